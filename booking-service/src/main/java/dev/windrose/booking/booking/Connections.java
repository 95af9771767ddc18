package dev.windrose.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Whether people still reach their next flight. */
final class Connections {
    /** What it usually takes to change flights. */
    private static final Duration CHANGE = Duration.ofMinutes(60);

    /** A longer stay is no connection. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private Connections() {}

    /**
     * The later flights, from where this one ends, that somebody who is on both can't reach because this one isn't on schedule: it comes in
     * after them or less than an hour before, or is cancelled. None of those that don't fly themselves or have left.
     */
    static List<Segment> missedFrom(Segment arriving, StillBooked trip, Instant now) {
        List<Segment> flights = trip.segments();
        int position = flights.indexOf(arriving);
        if (position < 0 || !arriving.isDisrupted()) {
            return List.of();
        }
        return flights.subList(position + 1, flights.size()).stream()
                .filter(next -> next.isAhead(now))
                .filter(next -> next.origin().isNear(arriving.destination()))
                .filter(next -> !Collections.disjoint(trip.passengersOn(arriving), trip.passengersOn(next)))
                .filter(next -> isMissed(arriving, next))
                .toList();
    }

    private static boolean isMissed(Segment arriving, Segment next) {
        Duration wait = Duration.between(arriving.arrivalAt(), next.departureAt());
        return wait.compareTo(arriving.isCancelledByAirline() ? LONGEST_WAIT : CHANGE) < 0;
    }
}
