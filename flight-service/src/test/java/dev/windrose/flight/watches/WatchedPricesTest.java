package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.watches.WatchedPrices.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedPricesTest {
    @ParameterizedTest(name = "last told {0}, target {1}, now {2}: {3}")
    @CsvSource({
        "100, ,    99, DROP",
        "100, ,   100, NOTHING",
        "100, ,   101, NOTHING",
        "100, 80,  81, NOTHING",
        "100, 80,  80, DROP",
        "100, 120, 110, NOTHING",
        "100, 120, 100, NOTHING",
        "100, 120, 99, DROP",
        "   , ,     5, FIRST",
        "   , 80,  81, FIRST",
        "   , 80,  80, DROP",
        "  0, ,     0, NOTHING"
    })
    void measuresAPrice(@Nullable Long lastTold, @Nullable Long target, long now, Verdict verdict) {
        WatchedPrices prices = new WatchedPrices(usd(lastTold), usd(lastTold), usd(target));

        assertThat(prices.judge(Money.ofMinor(now, "USD"))).isEqualTo(verdict);
        if (lastTold != null || target != null) {
            assertThat(prices.judge(Money.ofMinor(now, "EUR"))).isEqualTo(Verdict.NOTHING);
        }
    }

    private static @Nullable Money usd(@Nullable Long minor) {
        return minor == null ? null : Money.ofMinor(minor, "USD");
    }
}
