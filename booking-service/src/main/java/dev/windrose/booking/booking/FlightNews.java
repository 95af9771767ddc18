package dev.windrose.booking.booking;

import java.time.OffsetDateTime;

/** How a flight stands now. @param version higher in later news of the same flight */
public record FlightNews(
        String flightId, long version, String status, OffsetDateTime departureTime, OffsetDateTime arrivalTime) {}
