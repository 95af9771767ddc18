package dev.windrose.flight.flights;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import dev.windrose.flight.catalogue.Cabin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flight as the API shows it. Times are RFC 3339 with the offset of their airport, {@code duration} is ISO 8601. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FlightView(
        String id,
        String flightNumber,
        AirlineView airline,
        PlaceView origin,
        PlaceView destination,
        OffsetDateTime departureTime,
        OffsetDateTime arrivalTime,
        Duration duration,
        FlightStatus status,
        OffsetDateTime scheduledDepartureTime,
        AirplaneView airplane,
        List<CabinView> cabins,
        @Nullable RatingView rating) {

    /** Who flies it. */
    public record AirlineView(String code, String name) {}

    /** An airport, with the name of its city. */
    public record PlaceView(String code, String name, String city) {}

    /** What it is flown with. */
    public record AirplaneView(String registration, String model) {}

    /** A cabin on sale: price of one seat, seats in all, and seats neither held nor sold. */
    public record CabinView(Cabin cabin, Money price, int capacity, int seatsAvailable) {}

    /** What passengers thought of this flight number: the average of their stars, one decimal. */
    public record RatingView(BigDecimal average, int count) {}

    /** An airport with the zone in which its times are told. */
    public record Place(PlaceView view, ZoneId zone) {
        OffsetDateTime local(Instant instant) {
            return instant.atZone(zone).toOffsetDateTime();
        }
    }

    /** The instants of a flight as it now stands, and its first schedule. */
    public record Times(Instant departure, Instant arrival, Instant scheduledDeparture) {}

    /** Puts a flight together, its times told in the zones of its airports. @param cabins in the order of {@link Cabin} */
    public static FlightView of(
            long id,
            String flightNumber,
            AirlineView airline,
            Place origin,
            Place destination,
            Times times,
            FlightStatus status,
            AirplaneView airplane,
            List<CabinView> cabins,
            @Nullable RatingView rating) {
        return new FlightView(
                Long.toString(id),
                flightNumber,
                airline,
                origin.view(),
                destination.view(),
                origin.local(times.departure()),
                destination.local(times.arrival()),
                Duration.between(times.departure(), times.arrival()),
                status,
                origin.local(times.scheduledDeparture()),
                airplane,
                List.copyOf(cabins),
                rating);
    }

    FlightView withCabins(List<CabinView> sold) {
        return new FlightView(
                id,
                flightNumber,
                airline,
                origin,
                destination,
                departureTime,
                arrivalTime,
                duration,
                status,
                scheduledDepartureTime,
                airplane,
                sold,
                rating);
    }
}
