package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All itineraries that a query could sell, before any filter; and, if there are none, how near it came. */
final class Candidates {
    private final SearchQuery query;
    private final long departingAfter;
    private final List<Itinerary> found = new ArrayList<>();
    private boolean withCabin;

    /** @param departingAfter epoch milliseconds: what leaves then or earlier isn't sold any more */
    Candidates(SearchQuery query, Timetable timetable, long departingAfter) {
        this.query = query;
        this.departingAfter = departingAfter;
        int day = (int) query.date().toEpochDay();
        for (String origin : query.origin().airports()) {
            for (String destination : query.destination().airports()) {
                timetable.flights(origin, day, destination).forEach(this::addDirect);
            }
        }
    }

    private void addDirect(TimetableFlight flight) {
        CabinOffer offer = flight.offer(query.cabin());
        if (offer == null || flight.departsAt <= departingAfter) {
            return;
        }
        withCabin = true;
        if (offer.seatsAvailable() >= query.seats()) {
            found.add(Itinerary.direct(flight, offer));
        }
    }

    /** The one that was asked for, else the commonest; of equally common ones the first by code; null of nothing. */
    @Nullable
    String currency() {
        if (query.currency() != null || found.isEmpty()) {
            return query.currency();
        }
        Map<String, Integer> counts = new TreeMap<>();
        found.forEach(itinerary -> counts.merge(itinerary.currency(), 1, Integer::sum));
        String commonest = found.get(0).currency();
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
        return found.stream()
                .filter(itinerary -> itinerary.currency().equals(currency))
                .toList();
    }

    /** Why the result is empty, should it be. */
    EmptyReason emptyReason(Routes routes) {
        if (!routes.join(query.origin().airports(), query.destination().airports())) {
            return EmptyReason.NO_ROUTE;
        }
        if (!withCabin) {
            return EmptyReason.NO_FLIGHTS;
        }
        return found.isEmpty() ? EmptyReason.SOLD_OUT : EmptyReason.FILTERED_OUT;
    }
}
