package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A part of a hold can't be given back so. */
final class ReleaseRefused extends ProblemException {
    private ReleaseRefused(HttpStatus status, String code, String detail) {
        super(status, code, detail);
    }

    static ReleaseRefused otherBody() {
        return new ReleaseRefused(
                HttpStatus.UNPROCESSABLE_CONTENT, "release_mismatch", "This release has given back something else.");
    }

    static ReleaseRefused moreThanHeld(CabinKey cabin) {
        return new ReleaseRefused(
                HttpStatus.CONFLICT,
                "release_exceeds_hold",
                "The booking has not as many seats in " + cabin.cabin() + " of flight " + cabin.flightId() + ".");
    }

    static ReleaseRefused seatsLeftOver(CabinKey cabin) {
        return new ReleaseRefused(
                HttpStatus.CONFLICT,
                "release_leaves_seats",
                "More numbered seats than places would be left on flight " + cabin.flightId()
                        + ": say whose places are given back.");
    }
}
