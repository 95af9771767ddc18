package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 422: this booking has asked for something else before. */
final class HoldMismatch extends ProblemException {
    HoldMismatch() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "hold_mismatch", "This booking has asked for other seats before.");
    }
}
