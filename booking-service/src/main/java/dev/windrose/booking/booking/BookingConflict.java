package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 409: what is asked doesn't go with the state the booking is in. */
public final class BookingConflict extends ProblemException {
    private BookingConflict(String code, String detail) {
        super(HttpStatus.CONFLICT, code, detail);
    }

    static BookingConflict expired() {
        return new BookingConflict("booking_expired", "The time to pay is over and the seats were given back.");
    }

    static BookingConflict alreadyPaid() {
        return new BookingConflict("already_paid", "This booking is paid.");
    }

    static BookingConflict alreadyCancelled() {
        return new BookingConflict("already_cancelled", "This booking is cancelled.");
    }

    static ProblemException paymentInProgress() {
        return new BookingConflict("payment_in_progress", "A payment of this booking is under way.")
                .retryAfter(Duration.ofSeconds(2));
    }

    static BookingConflict notConfirmed() {
        return new BookingConflict("not_confirmed", "This booking is not paid yet.");
    }

    static ProblemException checkInNotOpen(CheckInWindow window) {
        return new BookingConflict("check_in_not_open", "Check-in opens at " + window.opensAt() + ".")
                .with("opensAt", window.opensAt())
                .with("closesAt", window.closesAt());
    }

    static ProblemException checkInClosed(CheckInWindow window) {
        return new BookingConflict("check_in_closed", "Check-in closed at " + window.closesAt() + ".")
                .with("opensAt", window.opensAt())
                .with("closesAt", window.closesAt());
    }

    static BookingConflict alreadyCheckedIn() {
        return new BookingConflict("already_checked_in", "Who has checked in keeps his seat.");
    }

    static BookingConflict notCheckedIn() {
        return new BookingConflict("not_checked_in", "There is no boarding pass before check-in.");
    }

    static BookingConflict flightClosed() {
        return new BookingConflict("flight_closed", "The flight is cancelled or has departed.");
    }

    static BookingConflict tooManyOpen(int allowed) {
        return new BookingConflict(
                "too_many_open_bookings", "At most " + allowed + " bookings may wait for payment at once.");
    }

    static BookingConflict partAlreadyCancelled() {
        return new BookingConflict(
                "already_cancelled", "Of one of the passengers or flights named nothing is left to be cancelled.");
    }
}
