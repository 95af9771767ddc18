package dev.windrose.booking.itinerary;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The flights of a booking, for a calendar.
 *
 * @param revision how often it changed: a calendar takes a later one for the newer
 * @param asOf when it was read
 */
public record Itinerary(String reference, int revision, Instant asOf, List<Leg> legs) {

    public Itinerary {
        legs = List.copyOf(legs);
    }

    /** How sure a flight is, in RFC 5545's words. */
    public enum Standing {
        /** Not paid yet. */
        TENTATIVE,
        CONFIRMED,
        /** By the airline or by the customer. */
        CANCELLED
    }

    /**
     * One flight of it.
     *
     * @param departure as it stands now, on the origin's clocks; {@code arrival} on the destination's
     * @param scheduledDeparture by its first schedule
     * @param travellers who of the party is on it
     */
    public record Leg(
            String flightId,
            String flightNumber,
            String airlineName,
            Place origin,
            Place destination,
            ZonedDateTime departure,
            ZonedDateTime arrival,
            ZonedDateTime scheduledDeparture,
            Cabin cabin,
            List<String> travellers,
            Standing standing) {

        public Leg {
            travellers = List.copyOf(travellers);
        }

        boolean isDelayed() {
            return departure.isAfter(scheduledDeparture);
        }
    }
}
