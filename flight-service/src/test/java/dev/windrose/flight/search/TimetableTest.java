package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.DAY;
import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {
    @Test
    void flightsAreFoundByOriginDestinationAndTimeOfDeparture() {
        TimetableFlight evening = flight(1).departing(20, 0).get();
        TimetableFlight morning = flight(2).departing(0, 0).get();
        TimetableFlight nextDay =
                flight(3).departing(DAY.plusDays(1).atStartOfDay()).get();
        TimetableFlight back = flight(4).route("JFK", "LAX").get();
        Timetable timetable = Timetable.of(List.of(evening, nextDay, back, morning));
        Departures departures = timetable.between("LAX", "JFK");
        assertThat(flights(departures)).containsExactly(morning, evening, nextDay);
        assertThat(departures.from(morning.departsAt)).isZero();
        assertThat(departures.from(morning.departsAt + 1)).isEqualTo(1);
        assertThat(departures.from(nextDay.departsAt + 1)).isEqualTo(3);
        assertThat(departures.isUntil(1, evening.departsAt)).isTrue();
        assertThat(departures.isUntil(1, evening.departsAt - 1)).isFalse();
        assertThat(departures.isUntil(3, Long.MAX_VALUE)).isFalse();
        assertThat(timetable.from("JFK")).containsOnlyKeys("LAX");
        assertThat(timetable.between("HNL", "AKL").size()).isZero();
    }

    @Test
    void aBatchOfChangesLeavesTheOldTimetableAsItWas() {
        TimetableFlight before = flight(1).price(100).get();
        TimetableFlight after = flight(1).price(200).route("LAX", "HNL").get();
        Timetable old = Timetable.of(List.of(before));
        Timetable changed = old.with(List.of(before), List.of(after));
        assertThat(flights(old.between("LAX", "JFK"))).containsExactly(before);
        assertThat(changed.from("LAX")).containsOnlyKeys("HNL");
        assertThat(flights(changed.between("LAX", "HNL"))).containsExactly(after);
    }

    @Test
    void anyRowOfBatchesEndsWhereBuildingAnewWould() {
        Random random = new Random(7);
        Map<Long, TimetableFlight> expected = new TreeMap<>();
        Timetable timetable = Timetable.EMPTY;
        for (int batch = 0; batch < 60; batch++) {
            List<TimetableFlight> gone = new ArrayList<>();
            List<TimetableFlight> come = new ArrayList<>();
            for (long id = random.nextInt(5); id < 100; id += 1 + random.nextInt(20)) {
                TimetableFlight old = expected.remove(id);
                if (old != null) {
                    gone.add(old);
                }
                if (random.nextInt(3) > 0) {
                    come.add(randomFlight(id, random));
                }
            }
            come.forEach(flight -> expected.put(flight.id, flight));
            timetable = timetable.with(gone, come);
        }
        assertThat(content(timetable))
                .isEqualTo(content(Timetable.of(expected.values())))
                .hasSizeGreaterThan(20);
    }

    private static TimetableFlight randomFlight(long id, Random random) {
        List<String> airports = List.copyOf(new TreeMap<>(Flights.DIRECTORY.airports()).keySet());
        int from = random.nextInt(4);
        return flight(id)
                .route(airports.get(from), airports.get((from + 1 + random.nextInt(3)) % 4))
                .departing(DAY.plusDays(random.nextInt(3)).atTime(random.nextInt(24), 0))
                .get();
    }

    private static List<String> content(Timetable timetable) {
        List<String> content = new ArrayList<>();
        for (String origin : new TreeMap<>(Flights.DIRECTORY.airports()).keySet()) {
            new TreeMap<>(timetable.from(origin))
                    .forEach((to, departures) ->
                            flights(departures).forEach(f -> content.add(origin + to + f.departsAt + f.id)));
        }
        return content;
    }

    private static List<TimetableFlight> flights(Departures departures) {
        return IntStream.range(0, departures.size()).mapToObj(departures::get).toList();
    }
}
