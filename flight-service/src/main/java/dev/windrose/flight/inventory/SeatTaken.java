package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 409: somebody else has one of the seats; none was given. */
final class SeatTaken extends ProblemException {
    SeatTaken() {
        super(HttpStatus.CONFLICT, "seat_taken", "One of these seats is somebody else's.");
    }
}
