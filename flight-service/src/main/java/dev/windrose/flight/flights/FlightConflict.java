package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.flight.catalogue.Cabin;
import org.springframework.http.HttpStatus;

/** 409: what is there doesn't allow it. */
public final class FlightConflict extends ProblemException {
    static final String EXISTS = "already_exists";
    static final String BUSY = "airplane_busy";
    private static final String ILLEGAL = "illegal_transition";
    static final String BUSY_MESSAGE = "is on another flight at that time";

    private FlightConflict(String code, String detail) {
        super(HttpStatus.CONFLICT, code, detail);
    }

    static FlightConflict alreadyExists() {
        return new FlightConflict(
                EXISTS, "There is a flight of this number from this airport on this local day already.");
    }

    static FlightConflict airplaneBusy() {
        return new FlightConflict(BUSY, "The airplane " + BUSY_MESSAGE + ".");
    }

    static FlightConflict hasBookings() {
        return new FlightConflict("has_bookings", "Seats of this flight are held or sold, so it can't be changed.");
    }

    static FlightConflict illegalTransition(FlightStatus from, FlightStatus to) {
        return new FlightConflict(ILLEGAL, "This flight is " + from + " and can't become " + to + ".");
    }

    static FlightConflict insufficientSeats(Cabin cabin, int taken, int capacity) {
        return new FlightConflict(
                "insufficient_seats",
                taken + " seats of " + cabin + " are held or sold, the airplane has " + capacity + ".");
    }

    static FlightConflict tooEarly() {
        return new FlightConflict(ILLEGAL, "This flight can't depart more than 24 hours before its time.");
    }

    static FlightConflict notScheduled(FlightStatus status) {
        return new FlightConflict(ILLEGAL, "This flight is " + status + " and can't be changed.");
    }
}
