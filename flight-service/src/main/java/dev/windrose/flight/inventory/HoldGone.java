package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 410: this booking's seats were released, or are never to be had. */
final class HoldGone extends ProblemException {
    HoldGone() {
        super(HttpStatus.GONE, "hold_gone", "These seats are no longer held.");
    }
}
