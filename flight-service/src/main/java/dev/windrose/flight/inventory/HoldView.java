package dev.windrose.flight.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold as other services see it. Quantity and prices are those of the moment it was taken; times and status are the flight's
 * present ones. A tombstone has no total, and no deadline if it was deleted before anything was asked.
 *
 * @param expiresAt UTC, with milliseconds
 * @param total of the seats it still has; as last held, if all were given back
 * @param segments in order of departure
 */
public record HoldView(
        String bookingId,
        HoldState state,
        int quantity,

        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", timezone = "UTC") @Nullable
        Instant expiresAt,

        @Nullable Money total,
        List<Segment> segments) {

    /**
     * One flight of it. Times carry the airport's offset; status is the flight's, state the seats'.
     *
     * @param scheduledDepartureTime the first schedule's
     * @param quantity seats left after what was given back of them; as last held, if all were
     */
    public record Segment(
            String flightId,
            String flightNumber,
            Airline airline,
            Place origin,
            Place destination,
            OffsetDateTime departureTime,
            OffsetDateTime arrivalTime,
            OffsetDateTime scheduledDepartureTime,
            String cabin,
            Money pricePerSeat,
            String status,
            HoldState state,
            int quantity) {}

    /** @param accountingCode three digits that e-ticket numbers begin with, 000 if it has none */
    public record Airline(String code, String name, String accountingCode) {}

    /** An airport. @param city the city's name. @param timeZone IANA */
    public record Place(String code, String name, String city, String timeZone) {}
}
