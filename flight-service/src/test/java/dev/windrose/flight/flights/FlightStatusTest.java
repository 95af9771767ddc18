package dev.windrose.flight.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlightStatusTest {
    private static final Map<FlightStatus, Set<FlightStatus>> WAYS = Map.of(
            FlightStatus.SCHEDULED, EnumSet.of(FlightStatus.DELAYED, FlightStatus.DEPARTED, FlightStatus.CANCELLED),
            FlightStatus.DELAYED, EnumSet.of(FlightStatus.DELAYED, FlightStatus.DEPARTED, FlightStatus.CANCELLED),
            FlightStatus.DEPARTED, EnumSet.of(FlightStatus.ARRIVED),
            FlightStatus.ARRIVED, EnumSet.noneOf(FlightStatus.class),
            FlightStatus.CANCELLED, EnumSet.noneOf(FlightStatus.class));

    static Stream<Arguments> pairs() {
        return Stream.of(FlightStatus.values())
                .flatMap(from -> Stream.of(FlightStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void onlyTheseWaysExist(FlightStatus from, FlightStatus to) {
        assertThat(from.mayBecome(to))
                .isEqualTo(WAYS.getOrDefault(from, Set.of()).contains(to));
    }
}
