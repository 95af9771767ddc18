package dev.windrose.booking.payment;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 402 with the acquirer's reason as code; the booking stays as it was and another card may be tried. */
public final class CardDeclined extends ProblemException {
    CardDeclined(String code, String detail) {
        super(HttpStatus.PAYMENT_REQUIRED, code, detail);
    }
}
