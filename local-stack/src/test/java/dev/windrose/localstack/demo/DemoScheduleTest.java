package dev.windrose.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoScheduleTest {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 1);

    private final DemoData data = DemoData.read();
    private final DemoSchedule schedule = new DemoSchedule(data);

    @Test
    void flysEachAirplaneFromWhereItIsOneFlightAtATimeThroughEveryClockChange() {
        Map<String, List<DemoSchedule.DemoFlight>> byAirplane =
                schedule.flights(ANY_DAY, ANY_DAY.plusDays(400)).stream()
                        .collect(Collectors.groupingBy(DemoSchedule.DemoFlight::airplane));

        byAirplane.forEach((airplane, flights) -> {
            flights.sort(Comparator.comparing(flight -> flight.departure().toInstant()));
            for (int i = 1; i < flights.size(); i++) {
                DemoSchedule.DemoFlight before = flights.get(i - 1);
                DemoSchedule.DemoFlight next = flights.get(i);
                assertThat(next.origin()).as("%s after %s", next, before).isEqualTo(before.destination());
                assertThat(Duration.between(before.arrival(), next.departure()))
                        .as("%s after %s", next, before)
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(45));
            }
        });
    }

    @Test
    void hasAFewThousandFlightsInSixtyDaysEachOnceAtATimeOfDayWhenPeopleFly() {
        List<DemoSchedule.DemoFlight> flights = schedule.flights(ANY_DAY, ANY_DAY.plusDays(59));
        Set<String> keys = new HashSet<>();

        assertThat(flights).hasSizeBetween(3_000, 9_000).allSatisfy(flight -> {
            assertThat(flight.arrival().toInstant()).isAfter(flight.departure().toInstant());
            assertThat(Duration.between(flight.departure(), flight.arrival())).isLessThan(Duration.ofHours(19));
            assertThat(flight.departure().toLocalTime()).isAfterOrEqualTo(LocalTime.of(6, 0));
            assertThat(flight.flightNumber()).matches("[A-Z0-9]{2}[0-9]{1,4}");
            assertThat(flight.airplane()).matches("[A-Z0-9-]{2,10}");
            assertThat(flight.fares()).matches("([A-Z_]+:[0-9]+\\.00:USD\\|?)+");
            assertThat(keys.add(flight.flightNumber() + flight.departure().toLocalDate() + flight.origin()))
                    .as("%s is there once", flight)
                    .isTrue();
        });
    }

    @Test
    void knowsEveryCodeItUses() {
        Set<String> airports =
                data.airports().stream().map(DemoData.Airport::code).collect(Collectors.toSet());
        Set<String> cities = firstColumn("cities.csv");
        Set<String> airlines = firstColumn("airlines.csv");
        Set<String> airplanes = schedule.airplanes().stream()
                .map(DemoSchedule.DemoAirplane::registration)
                .collect(Collectors.toSet());
        Set<String> zones = Set.of(TimeZone.getAvailableIDs());

        assertThat(airports).hasSizeGreaterThanOrEqualTo(30);
        assertThat(airplanes).hasSameSizeAs(schedule.airplanes());
        assertThat(data.routes()).allSatisfy(route -> {
            assertThat(airlines).contains(route.airline());
            assertThat(airports).contains(route.origin(), route.destination());
        });
        assertThat(DemoData.text("airports.csv").lines().skip(1).map(line -> line.split(",")))
                .allSatisfy(columns -> {
                    assertThat(cities).contains(columns[2]);
                    assertThat(zones).contains(columns[5]);
                });
        assertThat(schedule.flights(ANY_DAY, ANY_DAY.plusDays(30)))
                .allSatisfy(flight -> assertThat(airplanes).contains(flight.airplane()));
    }

    @Test
    void continuesTheSameTimetableWheneverItIsMade() {
        List<DemoSchedule.DemoFlight> early = schedule.flights(ANY_DAY, ANY_DAY.plusDays(59));
        List<DemoSchedule.DemoFlight> later =
                new DemoSchedule(DemoData.read()).flights(ANY_DAY.plusDays(20), ANY_DAY.plusDays(59));

        assertThat(early).endsWith(later.toArray(DemoSchedule.DemoFlight[]::new));
    }

    @Test
    void isImportedWithLocalTimes() {
        DemoSchedule.DemoFlight flight = schedule.flights(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1))
                .get(0);

        assertThat(DemoNetwork.csv(List.of(flight)).lines().toList())
                .first()
                .isEqualTo("flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares");
        assertThat(DemoNetwork.csv(List.of(flight)))
                .contains("\nW1101,W1-101A,AMS,LIS,2026-12-01T07:00,2026-12-01T08:40,BUSINESS:");
    }

    private static Set<String> firstColumn(String file) {
        return DemoData.text(file)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .collect(Collectors.toSet());
    }
}
