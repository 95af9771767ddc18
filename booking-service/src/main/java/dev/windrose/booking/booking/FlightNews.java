package dev.windrose.booking.booking;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a flight stands now.
 *
 * @param version higher in later news of the same flight
 * @param scheduledDepartureTime by its first schedule, as {@code scheduledArrivalTime}
 * @param reason of a delay or cancellation, in the airline's words
 */
public record FlightNews(
        String flightId,
        long version,
        String status,
        OffsetDateTime departureTime,
        OffsetDateTime arrivalTime,
        @Nullable OffsetDateTime scheduledDepartureTime,
        @Nullable OffsetDateTime scheduledArrivalTime,
        @Nullable String reason) {}
