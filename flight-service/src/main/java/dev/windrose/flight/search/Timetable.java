package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bookable flights of one moment, by origin, local date of departure and destination, so that a query touches only flights that
 * may answer it, however large the rest is. Immutable: a batch of changes makes the next one, which shares what didn't change.
 */
final class Timetable {
    static final Timetable EMPTY = new Timetable(Map.of());

    private static final Comparator<TimetableFlight> BY_DEPARTURE =
            Comparator.comparingLong((TimetableFlight f) -> f.departsAt).thenComparingLong(f -> f.id);

    /** Origin, then epoch day, then destination; the lists by time of departure. */
    private final Map<String, Map<Integer, Map<String, List<TimetableFlight>>>> byOrigin;

    private Timetable(Map<String, Map<Integer, Map<String, List<TimetableFlight>>>> byOrigin) {
        this.byOrigin = byOrigin;
    }

    static Timetable of(Collection<TimetableFlight> flights) {
        Map<String, Map<Integer, Map<String, List<TimetableFlight>>>> byOrigin = new HashMap<>();
        for (TimetableFlight flight : flights) {
            byOrigin.computeIfAbsent(flight.origin, o -> new HashMap<>())
                    .computeIfAbsent(flight.departureDay, d -> new HashMap<>())
                    .computeIfAbsent(flight.destination, d -> new ArrayList<>())
                    .add(flight);
        }
        byOrigin.values()
                .forEach(days -> days.values()
                        .forEach(day -> day.replaceAll(
                                (to, some) -> some.stream().sorted(BY_DEPARTURE).toList())));
        return new Timetable(byOrigin);
    }

    /** The flights between two airports that leave on a local date, by time of departure. */
    List<TimetableFlight> flights(String origin, int day, String destination) {
        return departures(origin, day).getOrDefault(destination, List.of());
    }

    /** All that leaves an airport on a local date, by destination. */
    Map<String, List<TimetableFlight>> departures(String origin, int day) {
        return byOrigin.getOrDefault(origin, Map.of()).getOrDefault(day, Map.of());
    }

    /** The timetable after a batch of changes. */
    Timetable with(Collection<TimetableFlight> gone, Collection<TimetableFlight> come) {
        Map<String, Map<Integer, Map<String, List<TimetableFlight>>>> next = new HashMap<>(byOrigin);
        Edits edits = new Edits();
        gone.forEach(flight -> edits.at(flight).gone().add(flight.id));
        come.forEach(flight -> edits.at(flight).come().add(flight));
        edits.byOrigin.forEach((origin, days) -> {
            Map<Integer, Map<String, List<TimetableFlight>>> copy = new HashMap<>(next.getOrDefault(origin, Map.of()));
            days.forEach((day, edit) -> apply(copy, day, edit));
            next.put(origin, copy);
        });
        return new Timetable(next);
    }

    private static void apply(Map<Integer, Map<String, List<TimetableFlight>>> days, int day, Map<String, Edit> edits) {
        Map<String, List<TimetableFlight>> copy = new HashMap<>(days.getOrDefault(day, Map.of()));
        edits.forEach((destination, edit) -> {
            List<TimetableFlight> flights = new ArrayList<>(copy.getOrDefault(destination, List.of()));
            flights.removeIf(flight -> edit.gone().contains(flight.id));
            flights.addAll(edit.come());
            flights.sort(BY_DEPARTURE);
            if (flights.isEmpty()) {
                copy.remove(destination);
            } else {
                copy.put(destination, List.copyOf(flights));
            }
        });
        if (copy.isEmpty()) {
            days.remove(day);
        } else {
            days.put(day, copy);
        }
    }

    private record Edit(Set<Long> gone, List<TimetableFlight> come) {}

    private static final class Edits {
        private final Map<String, Map<Integer, Map<String, Edit>>> byOrigin = new HashMap<>();

        Edit at(TimetableFlight flight) {
            return byOrigin.computeIfAbsent(flight.origin, o -> new HashMap<>())
                    .computeIfAbsent(flight.departureDay, d -> new HashMap<>())
                    .computeIfAbsent(flight.destination, d -> new Edit(new HashSet<>(), new ArrayList<>()));
        }
    }
}
