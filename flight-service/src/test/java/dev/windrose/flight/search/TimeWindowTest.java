package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowTest {
    @ParameterizedTest
    @CsvSource({
        "06:00,12:00,06:00,true",
        "06:00,12:00,12:00,true",
        "06:00,12:00,12:01,false",
        "06:00,12:00,05:59,false",
        "22:00,02:00,23:59,true",
        "22:00,02:00,00:00,true",
        "22:00,02:00,02:00,true",
        "22:00,02:00,02:01,false",
        "22:00,02:00,21:59,false",
        "08:00,08:00,08:00,true",
        "08:00,08:00,08:01,false",
        ",08:00,00:00,true",
        "20:00,,23:59,true",
        "20:00,,19:59,false"
    })
    void bothEndsAreIncludedAndMidnightIsNoBarrier(String from, String to, String at, boolean inside) {
        TimeWindow window = TimeWindow.between(
                from == null ? null : TimeWindow.minute(from), to == null ? null : TimeWindow.minute(to));
        assertThat(window.contains(TimeWindow.minute(at))).isEqualTo(inside);
    }

    @Test
    void anAbsentWindowIsTheWholeDay() {
        assertThat(TimeWindow.between(null, null)).isEqualTo(TimeWindow.ALL_DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "6:00", "06:60", "0600", "", "aa:bb", "06:00:00", "٠٦:٠٠"})
    void whatIsNoTimeOfTheDayIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindow.minute(text));
    }
}
