package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states. */
class HoldStateTest {
    @ParameterizedTest
    @CsvSource({"HELD,SOLD", "HELD,RELEASED", "SOLD,RELEASED"})
    void goesForward(HoldState from, HoldState to) {
        assertThat(from.become(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource
    void goesNowhereElse(HoldState from) {
        Set<String> legal = Set.of("HELD SOLD", "HELD RELEASED", "SOLD RELEASED");
        for (HoldState to : HoldState.values()) {
            if (!legal.contains(from + " " + to)) {
                assertThatThrownBy(() -> from.become(to)).isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
