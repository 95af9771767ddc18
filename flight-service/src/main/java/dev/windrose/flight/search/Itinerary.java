package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightView.RatingView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to get there in one cabin: one flight, or several that connect, as of one point in the log. Immutable; price per seat in minor units. */
final class Itinerary {
    final TimetableFlight first;
    final @Nullable TimetableFlight second;
    final @Nullable TimetableFlight third;
    final TimetableFlight last;
    final Cabin cabin;
    final long priceMinor;
    final int seatsAvailable;

    private Itinerary(
            TimetableFlight first,
            @Nullable TimetableFlight second,
            @Nullable TimetableFlight third,
            TimetableFlight last,
            Cabin cabin,
            long priceMinor,
            int seatsAvailable) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.last = last;
        this.cabin = cabin;
        this.priceMinor = priceMinor;
        this.seatsAvailable = seatsAvailable;
    }

    static Itinerary direct(TimetableFlight flight, Cabin cabin, CabinOffers.Offer offer) {
        return new Itinerary(flight, null, null, flight, cabin, offer.priceMinor, offer.seatsAvailable);
    }

    /** This one and a flight that connects to it. */
    Itinerary then(TimetableFlight flight, CabinOffers.Offer offer) {
        return new Itinerary(
                first,
                second == null ? flight : second,
                second == null ? null : flight,
                flight,
                cabin,
                priceMinor + offer.priceMinor,
                Math.min(seatsAvailable, offer.seatsAvailable));
    }

    List<TimetableFlight> segments() {
        if (second == null) {
            return List.of(first);
        }
        return third == null ? List.of(first, second) : List.of(first, second, third);
    }

    int stops() {
        return second == null ? 0 : third == null ? 1 : 2;
    }

    long durationMillis() {
        return last.arrivesAt - first.departsAt;
    }

    String currency() {
        return first.currency;
    }

    /** The lowest of its rated segments; null without any. */
    @Nullable
    RatingView rating() {
        return lowestRating(segments());
    }

    static @Nullable RatingView lowestRating(List<TimetableFlight> segments) {
        RatingView lowest = null;
        for (TimetableFlight segment : segments) {
            RatingView rating = segment.rating;
            if (lowest == null || (rating != null && rating.average().compareTo(lowest.average()) < 0)) {
                lowest = rating;
            }
        }
        return lowest;
    }

    /** Whether the wall clocks show a later day at the end of a segment or layover than at its beginning. */
    boolean overnight() {
        return first.departureDay < first.arrivalDay
                || isOvernight(first, second)
                || (second != null && isOvernight(second, third));
    }

    private static boolean isOvernight(TimetableFlight before, @Nullable TimetableFlight after) {
        return after != null && (before.arrivalDay < after.departureDay || after.departureDay < after.arrivalDay);
    }
}
