package dev.windrose.booking.booking;

import dev.windrose.booking.boardingpass.BoardingPass;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The boarding passes of those who have checked in. */
@Service
public class BoardingPassQueries {
    private final BookingRepository bookings;
    private final BoardingPasses passes;

    BoardingPassQueries(BookingRepository bookings, BoardingPasses passes) {
        this.bookings = bookings;
        this.passes = passes;
    }

    /** All of a booking; 409 {@code not_checked_in} if there is none. */
    @Transactional(readOnly = true)
    public List<BoardingPassView> list(String userId, String reference) {
        Booking booking = own(userId, reference);
        List<BoardingPassView> views = booking.passengerFlights().stream()
                .filter(place -> passes.has(booking, place))
                .map(place -> passes.viewOf(booking, place))
                .toList();
        if (views.isEmpty()) {
            throw BookingConflict.notCheckedIn();
        }
        return views;
    }

    /** One passenger's for one flight; 404 if they aren't the booking's, 409 {@code not_checked_in}. */
    @Transactional(readOnly = true)
    public BoardingPass get(String userId, String reference, String flightId, String passengerId) {
        Booking booking = own(userId, reference);
        PassengerFlight place = booking.passengerFlights().stream()
                .filter(one ->
                        one.flightId().equals(flightId) && one.passengerId().equals(passengerId))
                .findFirst()
                .orElseThrow(FlightNotBooked::new);
        if (!passes.has(booking, place)) {
            throw BookingConflict.notCheckedIn();
        }
        return passes.of(booking, place);
    }

    /** Those that passengers of a booking have for a flight, for whoever sends them to the customer; none if there are none any more. */
    @Transactional(readOnly = true)
    public List<BoardingPass> ofBooking(String bookingId, String flightId, Set<String> passengerIds) {
        return bookings.findById(bookingId).stream()
                .flatMap(booking -> booking.passengerFlights().stream()
                        .filter(place -> place.flightId().equals(flightId)
                                && passengerIds.contains(place.passengerId())
                                && passes.has(booking, place))
                        .map(place -> passes.of(booking, place)))
                .toList();
    }

    private Booking own(String userId, String reference) {
        if (!BookingReference.isWellFormed(reference)) {
            throw new BookingNotFound();
        }
        return bookings.findByReferenceAndUserId(reference, userId)
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
    }
}
