package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The flights from one airport to another, by time of departure. Immutable. */
final class Departures {
    static final Departures NONE = new Departures(List.of());
    private static final Comparator<TimetableFlight> BY_DEPARTURE =
            Comparator.comparingLong((TimetableFlight f) -> f.departsAt).thenComparingLong(f -> f.id);

    private final TimetableFlight[] flights;
    /** Beside the flights, so that a search for a time touches one array. */
    private final long[] times;

    private Departures(List<TimetableFlight> ordered) {
        flights = ordered.toArray(new TimetableFlight[0]);
        times = ordered.stream().mapToLong(flight -> flight.departsAt).toArray();
    }

    static Departures of(Collection<TimetableFlight> flights) {
        return new Departures(flights.stream().sorted(BY_DEPARTURE).toList());
    }

    Departures with(Set<Long> gone, Collection<TimetableFlight> come) {
        List<TimetableFlight> next = new ArrayList<>(flights.length + come.size());
        for (TimetableFlight flight : flights) {
            if (!gone.contains(flight.id)) {
                next.add(flight);
            }
        }
        next.addAll(come);
        return of(next);
    }

    int size() {
        return flights.length;
    }

    TimetableFlight get(int index) {
        return flights[index];
    }

    /** The index of the first that leaves then or later. */
    int from(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether there is a flight of this index, and it leaves then or earlier. */
    boolean isUntil(int index, long time) {
        return index < times.length && times[index] <= time;
    }
}
