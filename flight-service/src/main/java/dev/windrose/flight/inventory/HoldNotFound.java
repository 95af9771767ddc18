package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 404: nothing was ever asked or deleted under this id. */
public final class HoldNotFound extends ProblemException {
    public HoldNotFound() {
        super(HttpStatus.NOT_FOUND, "hold_not_found", "There is no such hold.");
    }
}
