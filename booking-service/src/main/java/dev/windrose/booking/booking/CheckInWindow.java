package dev.windrose.booking.booking;

import java.time.Instant;
import java.time.OffsetDateTime;

/** When one checks in for a flight: from the one instant on, until before the other. Both move with the flight's departure. */
record CheckInWindow(OffsetDateTime opensAt, OffsetDateTime closesAt) {

    static CheckInWindow of(Segment segment, CheckInSettings settings) {
        return new CheckInWindow(
                segment.origin().local(segment.departureAt().minus(settings.opens())),
                segment.origin().local(segment.departureAt().minus(settings.closes())));
    }

    boolean isAhead(Instant now) {
        return now.isBefore(opensAt.toInstant());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(closesAt.toInstant());
    }

    /** Refuses who comes too early or too late. */
    void requireOpen(Instant now) {
        if (isAhead(now)) {
            throw BookingConflict.checkInNotOpen(this);
        }
        requireNotOver(now);
    }

    void requireNotOver(Instant now) {
        if (isOver(now)) {
            throw BookingConflict.checkInClosed(this);
        }
    }
}
