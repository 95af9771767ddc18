package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.outbox.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others what became of a booking, with all that a mail about it needs; see contracts/README.md. */
@Component
class BookingEvents {
    private final Outbox outbox;

    BookingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void confirmed(Booking booking, Payment payment, Instant paidAt) {
        outbox.record(
                "booking.confirmed",
                booking.id(),
                new Confirmed(
                        booking.reference(),
                        booking.userId(),
                        recipient(booking),
                        segments(booking),
                        passengers(booking),
                        booking.quoted(),
                        Timestamps.text(paidAt),
                        PaymentView.cardOf(payment)));
    }

    void expired(Booking booking) {
        outbox.record(
                "booking.expired",
                booking.id(),
                new Expired(
                        booking.reference(),
                        booking.userId(),
                        recipient(booking),
                        segments(booking),
                        passengers(booking),
                        booking.quoted(),
                        Timestamps.text(booking.expiresAt())));
    }

    private static Recipient recipient(Booking booking) {
        return new Recipient(booking.recipientEmail(), booking.recipientName());
    }

    private static List<SegmentData> segments(Booking booking) {
        return booking.segments().stream()
                .map(segment -> new SegmentData(
                        segment.flightId(),
                        segment.flightNumber(),
                        new AirlineData(segment.airlineCode(), segment.airlineName()),
                        segment.origin().toPlace(),
                        segment.destination().toPlace(),
                        segment.departureTime(),
                        segment.arrivalTime(),
                        segment.cabin(),
                        booking.price(segment)))
                .toList();
    }

    private static List<PassengerData> passengers(Booking booking) {
        List<PassengerData> data = new ArrayList<>();
        for (Passenger passenger : booking.passengers()) {
            data.add(new PassengerData(
                    String.valueOf(data.size() + 1),
                    passenger.firstName(),
                    passenger.lastName(),
                    passenger.type(),
                    passenger.ticketNumber()));
        }
        return data;
    }

    private record Confirmed(
            String reference,
            String userId,
            Recipient recipient,
            List<SegmentData> segments,
            List<PassengerData> passengers,
            Money total,
            String paidAt,
            PaymentView.CardView card) {}

    private record Expired(
            String reference,
            String userId,
            Recipient recipient,
            List<SegmentData> segments,
            List<PassengerData> passengers,
            Money total,
            String paymentDueAt) {}

    private record Recipient(String email, String name) {}

    private record AirlineData(String code, String name) {}

    private record SegmentData(
            String flightId,
            String flightNumber,
            AirlineData airline,
            Place origin,
            Place destination,
            OffsetDateTime departureTime,
            OffsetDateTime arrivalTime,
            Cabin cabin,
            Money pricePerSeat) {}

    private record PassengerData(
            String id,
            String firstName,
            String lastName,
            PassengerType type,
            @Nullable String ticketNumber) {}
}
