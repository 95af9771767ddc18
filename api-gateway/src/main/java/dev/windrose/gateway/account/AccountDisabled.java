package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 403: the right password, but the account has been switched off. */
public final class AccountDisabled extends ProblemException {
    AccountDisabled() {
        super(HttpStatus.FORBIDDEN, "account_disabled", "This account is disabled.");
    }
}
