package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 401: no such account, or not its password; which of the two is not told. */
public final class InvalidCredentials extends ProblemException {
    InvalidCredentials() {
        super(HttpStatus.UNAUTHORIZED, "invalid_credentials", "Email address or password is wrong.");
    }
}
