package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 404: no such booking, or somebody else's, which nobody may tell apart. */
public final class BookingNotFound extends ProblemException {
    BookingNotFound() {
        super(HttpStatus.NOT_FOUND, "booking_not_found", "You have no booking with this reference.");
    }
}
