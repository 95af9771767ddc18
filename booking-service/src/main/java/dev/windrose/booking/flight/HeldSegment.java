package dev.windrose.booking.flight;

import dev.windrose.defaults.money.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One flight of a hold, with the price that is fixed from now on. A flight-service of the release before doesn't say the last three.
 *
 * @param status the flight's
 * @param scheduledDepartureTime the first schedule's
 * @param state of the seats
 * @param quantity seats left of those once held
 */
public record HeldSegment(
        String flightId,
        String flightNumber,
        Airline airline,
        Place origin,
        Place destination,
        OffsetDateTime departureTime,
        OffsetDateTime arrivalTime,
        Cabin cabin,
        Money pricePerSeat,
        String status,
        @Nullable OffsetDateTime scheduledDepartureTime,
        @Nullable HoldState state,
        @Nullable Integer quantity) {
    /** Seats left of it: none once they were given back. */
    public int seatsOf(Hold hold) {
        if (state != null && state != hold.state()) {
            return 0;
        }
        return quantity == null ? hold.quantity() : quantity;
    }
}
