package dev.windrose.flight.search;

import dev.windrose.flight.changes.AsOf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All itineraries that a query could sell, before any filter; and, if there are none, how near it came. */
final class Candidates {
    private static final int FULL_ONES_TOO = 0;

    private final SearchQuery query;
    private final TimetableStore.State state;
    private final AsOf asOf;
    private final long departingAfter;
    private final List<Itinerary> found;

    /** @param departingAfter epoch milliseconds: what leaves then or earlier isn't sold any more */
    Candidates(SearchQuery query, TimetableStore.State state, AsOf asOf, long departingAfter) {
        this.query = query;
        this.state = state;
        this.asOf = asOf;
        this.departingAfter = departingAfter;
        this.found = find(query.seats());
    }

    private List<Itinerary> find(int seats) {
        Connections connections = new Connections(state, asOf, query.cabin(), seats, query.maxStops(), departingAfter);
        int day = (int) query.date().toEpochDay();
        for (String origin : query.origin().airports()) {
            for (String destination : query.destination().airports()) {
                connections.find(origin, destination, day - query.flexDays(), day + query.flexDays());
            }
        }
        return connections.found();
    }

    /** The one that was asked for, else the commonest; of equally common ones the first by code; null of nothing. */
    @Nullable
    String currency() {
        if (query.currency() != null || found.isEmpty()) {
            return query.currency();
        }
        String commonest = found.get(0).currency();
        if (areAllIn(commonest)) {
            return commonest;
        }
        Map<String, Integer> counts = new TreeMap<>();
        found.forEach(itinerary -> counts.merge(itinerary.currency(), 1, Integer::sum));
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                commonest = entry.getKey();
                most = entry.getValue();
            }
        }
        return commonest;
    }

    List<Itinerary> in(@Nullable String currency) {
        return currency != null && areAllIn(currency)
                ? found
                : found.stream()
                        .filter(itinerary -> itinerary.currency().equals(currency))
                        .toList();
    }

    /** Why the result is empty, should it be. */
    EmptyReason emptyReason() {
        if (!found.isEmpty()) {
            return EmptyReason.FILTERED_OUT;
        }
        if (!find(FULL_ONES_TOO).isEmpty()) {
            return EmptyReason.SOLD_OUT;
        }
        return state.routes().join(query.origin(), query.destination(), query.maxStops(), state.directory())
                ? EmptyReason.NO_FLIGHTS
                : EmptyReason.NO_ROUTE;
    }

    private boolean areAllIn(String currency) {
        for (Itinerary itinerary : found) {
            if (!itinerary.currency().equals(currency)) {
                return false;
            }
        }
        return true;
    }
}
