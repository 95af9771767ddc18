package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 404: the booking has no such flight, or nobody of that name on it. */
public final class FlightNotBooked extends ProblemException {
    FlightNotBooked() {
        super(HttpStatus.NOT_FOUND, "flight_not_found", "This booking has no such flight.");
    }
}
