package dev.windrose.flight.watches;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 409: the user has as many watches as anybody may have. */
public final class TooManyPriceWatches extends ProblemException {
    TooManyPriceWatches(int allowed) {
        super(
                HttpStatus.CONFLICT,
                "too_many_price_watches",
                "You have " + allowed + " price watches, which is as many as there may be. Delete one first.");
    }
}
