package dev.windrose.booking.flight;

import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.util.List;

/** Seats kept for a booking on all its flights, in order of departure. */
public record Hold(
        String bookingId, HoldState state, int quantity, Instant expiresAt, Money total, List<HeldSegment> segments) {
    public Hold {
        segments = List.copyOf(segments);
    }
}
