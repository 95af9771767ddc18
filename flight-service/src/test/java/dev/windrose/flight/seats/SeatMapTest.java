package dev.windrose.flight.seats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatMapTest {
    @ParameterizedTest
    @CsvSource({
        "ABC-DEF, WMA-AMW",
        "AC-DF, WA-AW",
        "A-B, W-W",
        "A, W",
        "ABC, WMW",
        "AB-CDEF-GH, WA-AMMA-AW",
        "A-C-F, W-A-W",
        "ABC-D-EFG, WMA-A-AMW"
    })
    void atTheHullItIsAWindowAndNextToAnAisleAnAisle(String columns, String positions) {
        SeatMap map = new SeatMap(new CabinLayout(Cabin.ECONOMY, 7, 8, columns, List.of()));

        assertThat(map.rows()).hasSize(2);
        assertThat(map.rows().get(1).stream()
                        .map(seat -> seat.position().name().substring(0, 1))
                        .collect(Collectors.joining()))
                .isEqualTo(positions.replace("-", ""));
    }

    @Test
    void seatsAreNumberedByRowAndLetterAndKnowTheirExits() {
        SeatMap map = new SeatMap(new CabinLayout(Cabin.ECONOMY, 9, 10, "A-C", List.of(10)));

        assertThat(map.rows().stream().flatMap(List::stream).map(Seat::number))
                .containsExactly("9A", "9C", "10A", "10C");
        assertThat(map.find("10C"))
                .hasValueSatisfying(seat -> assertThat(seat.exitRow()).isTrue());
        assertThat(map.find("9C"))
                .hasValueSatisfying(seat -> assertThat(seat.exitRow()).isFalse());
        assertThat(map.find("9B")).isEmpty();
        assertThat(map.find("09A")).isEmpty();
    }
}
