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

    static BookingConflict tooManyOpen(int allowed) {
        return new BookingConflict(
                "too_many_open_bookings", "At most " + allowed + " bookings may wait for payment at once.");
    }

    static BookingConflict partAlreadyCancelled() {
        return new BookingConflict(
                "already_cancelled", "Of one of the passengers or flights named nothing is left to be cancelled.");
    }
}
