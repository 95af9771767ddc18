package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.DAY;
import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final int DAY_NUMBER = (int) DAY.toEpochDay();

    @Test
    void flightsAreFoundByOriginLocalDateAndDestinationInOrderOfDeparture() {
        TimetableFlight evening = flight(1).departing(20, 0).get();
        TimetableFlight morning = flight(2).departing(0, 0).get();
        TimetableFlight nextDay =
                flight(3).departing(DAY.plusDays(1).atStartOfDay()).get();
        TimetableFlight back = flight(4).route("JFK", "LAX").get();
        Timetable timetable = Timetable.of(List.of(evening, nextDay, back, morning));
        assertThat(timetable.flights("LAX", DAY_NUMBER, "JFK")).containsExactly(morning, evening);
        assertThat(timetable.departures("JFK", DAY_NUMBER)).containsOnlyKeys("LAX");
        assertThat(timetable.flights("HNL", DAY_NUMBER, "AKL")).isEmpty();
    }

    @Test
    void aBatchOfChangesLeavesTheOldTimetableAsItWas() {
        TimetableFlight before = flight(1).price(100).get();
        TimetableFlight after =
                flight(1).price(200).departing(DAY.plusDays(1).atStartOfDay()).get();
        Timetable old = Timetable.of(List.of(before));
        Timetable changed = old.with(List.of(before), List.of(after));
        assertThat(old.flights("LAX", DAY_NUMBER, "JFK")).containsExactly(before);
        assertThat(changed.flights("LAX", DAY_NUMBER, "JFK")).isEmpty();
        assertThat(changed.flights("LAX", DAY_NUMBER + 1, "JFK")).containsExactly(after);
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
            for (int day = DAY_NUMBER - 1; day < DAY_NUMBER + 5; day++) {
                int on = day;
                new TreeMap<>(timetable.departures(origin, day))
                        .forEach((to, flights) -> flights.forEach(f -> content.add(origin + on + to + f.id)));
            }
        }
        return content;
    }
}
