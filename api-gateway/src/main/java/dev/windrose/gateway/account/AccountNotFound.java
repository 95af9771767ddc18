package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 404: no account with this id. */
public final class AccountNotFound extends ProblemException {
    AccountNotFound() {
        super(HttpStatus.NOT_FOUND, "user_not_found", "There is no such user.");
    }
}
