package dev.windrose.flight.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightView.RatingView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An itinerary as the API shows it: bookable as it is, by its segments.
 *
 * @param departureTime RFC 3339 with the offset of the first airport; {@code arrivalTime} with that of the last
 * @param duration ISO 8601, from first departure to last arrival
 * @param seats the number asked for; {@code totalPrice} is for that many
 * @param seatsAvailable the fewest of its segments
 * @param score where it ranks in {@code best}, from 0 (cheapest and fastest of the result) to 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ItineraryView(
        String id,
        List<RenderedFlight> segments,
        int stops,
        String departureTime,
        String arrivalTime,
        String duration,
        Cabin cabin,
        int seats,
        Money pricePerSeat,
        Money totalPrice,
        int seatsAvailable,
        @Nullable RatingView rating,
        BigDecimal score) {}
