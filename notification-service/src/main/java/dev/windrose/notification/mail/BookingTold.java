package dev.windrose.notification.mail;

import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code booking.confirmed} and {@code booking.expired}: segments in order of departure, {@code total} for all of it. */
public record BookingTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        Money total,
        @Nullable Instant paidAt,
        @Nullable Card card,
        @Nullable Instant paymentDueAt)
        implements Told {

    public BookingTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("total", total);
        segments = Told.required("segments", segments).stream()
                .sorted(Comparator.comparing(Segment::departureTime))
                .toList();
        passengers = List.copyOf(Told.required("passengers", passengers));
        if (segments.isEmpty() || passengers.isEmpty()) {
            throw new IllegalArgumentException("segments or passengers are empty");
        }
    }

    /** One flight of it. {@code pricePerSeat} is for one passenger; who of them flies it, where not everybody is said to. */
    public record Segment(
            @Nullable String flightId,
            String flightNumber,
            Airline airline,
            Place origin,
            Place destination,
            Instant departureTime,
            Instant arrivalTime,
            String cabin,
            Money pricePerSeat,
            @Nullable List<String> passengerIds) {
        public Segment {
            Told.required("flightNumber", flightNumber);
            Told.required("airline", airline);
            Told.required("origin", origin);
            Told.required("destination", destination);
            Told.required("departureTime", departureTime);
            Told.required("arrivalTime", arrivalTime);
            Told.required("cabin", cabin);
            Told.required("pricePerSeat", pricePerSeat);
        }
    }

    /** Who flies it. */
    public record Airline(String code, String name) {
        public Airline {
            Told.required("airline.name", name);
        }
    }

    /** An airport: the zone turns instants into what its clocks show. */
    public record Place(String code, String name, String city, ZoneId timeZone) {
        public Place {
            Told.required("code", code);
            Told.required("name", name);
            Told.required("city", city);
            Told.required("timeZone", timeZone);
        }
    }

    /** {@code type} is ADULT or CHILD; the ticket is there once it is paid. */
    public record Passenger(
            @Nullable String id,
            String firstName,
            String lastName,
            String type,
            @Nullable String ticketNumber) {
        public Passenger {
            Told.required("firstName", firstName);
            Told.required("lastName", lastName);
        }
    }

    /** What was paid with. */
    public record Card(String brand, String last4) {
        public Card {
            Told.required("card.brand", brand);
            Told.required("card.last4", last4);
        }
    }
}
