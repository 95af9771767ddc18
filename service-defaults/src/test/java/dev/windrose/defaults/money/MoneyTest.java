package dev.windrose.defaults.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"129.50,USD,12950", "12900,JPY,12900", "1.234,BHD,1234", "0.00,EUR,0", "-5.00,USD,-500"})
    void holdsExactlyTheMinorUnitsOfItsCurrency(String amount, String currency, long minor) {
        Money money = Money.of(amount, currency);

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "129.5",
                "129.505",
                "129,50",
                "1e2",
                "١٢٩.٥٠",
                " 129.50",
                "",
                "1e400",
                "99999999999999999.00",
                "+1.00"
            })
    void refusesWhatIsNoExactAmount(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOL", "usd", "XXX", "XAU", ""})
    void refusesWhatIsNoCurrencyWithMinorUnits(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyCode(currency));
    }

    @Test
    void travelsAsDecimalTextAndCurrency() {
        String text = json.writeValueAsString(Money.of("129.50", "USD"));

        assertThat(text).isEqualTo("{\"amount\":\"129.50\",\"currency\":\"USD\"}");
        assertThat(json.readValue(text, Money.class)).isEqualTo(Money.of("129.50", "USD"));
    }

    @Test
    void addsOnlyItsOwnCurrencyAndNeverOverflows() {
        assertThat(Money.of("0.10", "USD").plus(Money.of("0.20", "USD"))).isEqualTo(Money.of("0.30", "USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1.00", "USD").plus(Money.of("1.00", "EUR")));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Money.ofMinor(Long.MAX_VALUE, "USD").times(2))
                .isInstanceOf(ArithmeticException.class);
    }
}
