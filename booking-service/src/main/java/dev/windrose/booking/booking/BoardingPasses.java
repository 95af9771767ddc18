package dev.windrose.booking.booking;

import dev.windrose.booking.boardingpass.BoardingPass;
import dev.windrose.booking.boardingpass.BoardingPassSettings;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the boarding passes of those who have checked in, as everything stands now: what has changed since is on a new pass. */
@Component
class BoardingPasses {
    private final BoardingPassSettings settings;

    BoardingPasses(BoardingPassSettings settings) {
        this.settings = settings;
    }

    /** Whether the passenger has one: checked in, on a flight that goes. */
    boolean has(Booking booking, PassengerFlight place) {
        return booking.is(BookingState.CONFIRMED)
                && place.isCheckedIn()
                && !booking.segmentOf(place).isCancelledByAirline();
    }

    BoardingPass of(Booking booking, PassengerFlight place) {
        Segment segment = booking.segmentOf(place);
        Passenger passenger = booking.passengers().get(place.passenger() - 1);
        return new BoardingPass(
                passenger.firstName(),
                passenger.lastName(),
                booking.reference(),
                Objects.requireNonNull(passenger.ticketNumber(), "paid, so there is a ticket"),
                segment.flightNumber(),
                segment.airlineName(),
                segment.origin().toPlace(),
                segment.destination().toPlace(),
                place.flightDate(),
                segment.departureTime(),
                segment.arrivalTime(),
                boardingTime(segment),
                segment.cabin(),
                place.requireSeat(),
                place.sequence());
    }

    BoardingPassView viewOf(Booking booking, PassengerFlight place) {
        return new BoardingPassView(
                place.passengerId(),
                place.flightId(),
                place.requireSeat(),
                place.sequence(),
                boardingTime(booking.segmentOf(place)),
                of(booking, place).code().text(),
                "/api/v1/bookings/" + booking.reference() + "/boarding-passes/" + place.flightId() + "/"
                        + place.passengerId() + ".pdf");
    }

    OffsetDateTime boardingTime(Segment segment) {
        return segment.origin().local(segment.departureAt().minus(settings.boardingBefore()));
    }
}
