package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 409: somebody has signed up with this address. */
public final class EmailTaken extends ProblemException {
    EmailTaken() {
        super(HttpStatus.CONFLICT, "email_taken", "There is already an account with this email address.");
    }
}
