package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 409: of the free seats none is where one of the passengers may sit. */
final class NoSuitableSeat extends ProblemException {
    NoSuitableSeat() {
        super(HttpStatus.CONFLICT, "no_suitable_seat", "No free seat is left where all of them may sit.");
    }
}
