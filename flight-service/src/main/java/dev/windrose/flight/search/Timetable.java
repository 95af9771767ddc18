package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bookable flights of one moment, by origin, destination and time of departure, so that a query touches only flights that may answer
 * it, however large the rest is. Immutable: a batch of changes makes the next one, which shares what didn't change.
 */
final class Timetable {
    static final Timetable EMPTY = new Timetable(Map.of());

    private final Map<String, Map<String, Departures>> byOrigin;

    private Timetable(Map<String, Map<String, Departures>> byOrigin) {
        this.byOrigin = byOrigin;
    }

    static Timetable of(Collection<TimetableFlight> flights) {
        return EMPTY.with(List.of(), flights);
    }

    /** All flights between two airports. */
    Departures between(String origin, String destination) {
        return from(origin).getOrDefault(destination, Departures.NONE);
    }

    /** All flights from an airport, by destination. */
    Map<String, Departures> from(String origin) {
        return byOrigin.getOrDefault(origin, Map.of());
    }

    /** The timetable after a batch of changes. */
    Timetable with(Collection<TimetableFlight> gone, Collection<TimetableFlight> come) {
        Edits edits = new Edits();
        gone.forEach(flight -> edits.at(flight).gone().add(flight.id));
        come.forEach(flight -> edits.at(flight).come().add(flight));
        Map<String, Map<String, Departures>> next = new HashMap<>(byOrigin);
        edits.byOrigin.forEach((origin, ends) -> {
            Map<String, Departures> copy = new HashMap<>(from(origin));
            ends.forEach((destination, edit) -> apply(copy, destination, edit));
            next.put(origin, copy);
        });
        return new Timetable(next);
    }

    private static void apply(Map<String, Departures> ends, String destination, Edit edit) {
        Departures departures = ends.getOrDefault(destination, Departures.NONE).with(edit.gone(), edit.come());
        if (departures.size() == 0) {
            ends.remove(destination);
        } else {
            ends.put(destination, departures);
        }
    }

    private record Edit(Set<Long> gone, List<TimetableFlight> come) {}

    private static final class Edits {
        private final Map<String, Map<String, Edit>> byOrigin = new HashMap<>();

        Edit at(TimetableFlight flight) {
            return byOrigin.computeIfAbsent(flight.origin.code(), o -> new HashMap<>())
                    .computeIfAbsent(flight.destination.code(), d -> new Edit(new HashSet<>(), new ArrayList<>()));
        }
    }
}
