package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import dev.windrose.defaults.money.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events tell of a booking, or of a part of it. */
final class TripData {
    private TripData() {}

    static Recipient recipient(Booking booking) {
        return new Recipient(booking.recipientEmail(), booking.recipientName());
    }

    static List<SegmentData> segments(Booking booking, StillBooked trip) {
        return trip.segments().stream()
                .map(segment -> new SegmentData(
                        segment.flightId(),
                        segment.flightNumber(),
                        new AirlineData(segment.airlineCode(), segment.airlineName()),
                        segment.origin().toPlace(),
                        segment.destination().toPlace(),
                        segment.departureTime(),
                        segment.arrivalTime(),
                        segment.cabin(),
                        booking.price(segment),
                        trip.passengersOn(segment)))
                .toList();
    }

    static List<PassengerData> passengers(Booking booking, StillBooked trip) {
        return trip.passengers().stream()
                .map(number -> {
                    Passenger passenger = booking.passengers().get(number - 1);
                    return new PassengerData(
                            String.valueOf(number),
                            passenger.firstName(),
                            passenger.lastName(),
                            passenger.type(),
                            passenger.ticketNumber());
                })
                .toList();
    }

    record Recipient(String email, String name) {}

    record AirlineData(String code, String name) {}

    record SegmentData(
            String flightId,
            String flightNumber,
            AirlineData airline,
            Place origin,
            Place destination,
            OffsetDateTime departureTime,
            OffsetDateTime arrivalTime,
            Cabin cabin,
            Money pricePerSeat,
            List<String> passengerIds) {}

    record PassengerData(
            String id,
            String firstName,
            String lastName,
            PassengerType type,
            @Nullable String ticketNumber) {}
}
