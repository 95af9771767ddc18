package dev.windrose.flight.watches;

import dev.windrose.flight.catalogue.Cabin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose lowest price is watched: any itinerary of a day, or one flight.
 *
 * @param origin {@code city:SEA} or {@code airport:SEA}, like the destination; of a flight its airports
 * @param date of departure, local at the origin
 * @param flightId null unless it is one flight, like its number
 */
record Watched(
        String origin,
        String destination,
        LocalDate date,
        Cabin cabin,
        @Nullable Long flightId,
        @Nullable String flightNumber) {}
