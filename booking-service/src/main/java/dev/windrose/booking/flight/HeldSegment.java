package dev.windrose.booking.flight;

import dev.windrose.defaults.money.Money;
import java.time.OffsetDateTime;

/** One flight of a hold, with the price that is fixed from now on. @param status the flight's */
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
        String status) {}
