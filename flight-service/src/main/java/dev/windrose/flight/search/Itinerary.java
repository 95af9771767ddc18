package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightView.RatingView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to get there in one cabin: one flight, or several that connect. Immutable; price per seat in minor units. */
final class Itinerary {
    static final Comparator<Itinerary> BY_IDS = Itinerary::compareIds;
    static final Comparator<@Nullable RatingView> BEST_RATING_FIRST =
            Comparator.nullsLast(Comparator.comparing(RatingView::average).reversed());

    final List<TimetableFlight> segments;
    final Cabin cabin;
    final long priceMinor;
    final int seatsAvailable;
    final long departsAt;
    final long arrivesAt;

    private Itinerary(List<TimetableFlight> segments, Cabin cabin, long priceMinor, int seatsAvailable) {
        this.segments = segments;
        this.cabin = cabin;
        this.priceMinor = priceMinor;
        this.seatsAvailable = seatsAvailable;
        this.departsAt = first().departsAt;
        this.arrivesAt = last().arrivesAt;
    }

    static Itinerary direct(TimetableFlight flight, CabinOffer offer) {
        return new Itinerary(List.of(flight), offer.cabin(), offer.priceMinor(), offer.seatsAvailable());
    }

    /** Of these flights, in this order; null if one doesn't sell the cabin. */
    static @Nullable Itinerary of(List<TimetableFlight> segments, Cabin cabin) {
        long price = 0;
        int seats = Integer.MAX_VALUE;
        for (TimetableFlight segment : segments) {
            CabinOffer offer = segment.offer(cabin);
            if (offer == null) {
                return null;
            }
            price += offer.priceMinor();
            seats = Math.min(seats, offer.seatsAvailable());
        }
        return new Itinerary(List.copyOf(segments), cabin, price, seats);
    }

    TimetableFlight first() {
        return segments.get(0);
    }

    TimetableFlight last() {
        return segments.get(segments.size() - 1);
    }

    int stops() {
        return segments.size() - 1;
    }

    long durationMillis() {
        return arrivesAt - departsAt;
    }

    String currency() {
        return first().currency;
    }

    /** The lowest of its rated segments; null without any. */
    @Nullable
    RatingView rating() {
        RatingView lowest = null;
        for (TimetableFlight segment : segments) {
            RatingView rating = segment.rating;
            if (rating != null && (lowest == null || rating.average().compareTo(lowest.average()) < 0)) {
                lowest = rating;
            }
        }
        return lowest;
    }

    /** Whether the wall clocks show a later day at the end of a segment or layover than at its beginning. */
    boolean overnight() {
        int day = first().departureDay;
        for (TimetableFlight segment : segments) {
            if (day < segment.departureDay || segment.departureDay < segment.arrivalDay) {
                return true;
            }
            day = segment.arrivalDay;
        }
        return false;
    }

    /** Opaque to callers: the flights' ids. */
    String id() {
        return segments.stream().map(flight -> Long.toString(flight.id)).collect(Collectors.joining("-"));
    }

    private static int compareIds(Itinerary one, Itinerary other) {
        for (int i = 0; i < Math.min(one.segments.size(), other.segments.size()); i++) {
            int compared = Long.compare(one.segments.get(i).id, other.segments.get(i).id);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.segments.size(), other.segments.size());
    }
}
