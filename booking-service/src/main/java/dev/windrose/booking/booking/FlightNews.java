package dev.windrose.booking.booking;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How a flight stands now. @param version higher in later news of the same flight. @param scheduledDepartureTime by its first schedule */
public record FlightNews(
        String flightId,
        long version,
        String status,
        OffsetDateTime departureTime,
        OffsetDateTime arrivalTime,
        @Nullable OffsetDateTime scheduledDepartureTime) {}
