package dev.windrose.booking.payment;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 400 {@code invalid_card}: no card has this number. */
public final class InvalidCard extends ProblemException {
    InvalidCard() {
        super(HttpStatus.BAD_REQUEST, "invalid_card", "This is not the number of a card that can be charged.");
    }
}
