package dev.windrose.defaults.security;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 401: nobody known is calling. */
public final class Unauthenticated extends ProblemException {
    private Unauthenticated(String code, String detail) {
        super(HttpStatus.UNAUTHORIZED, code, detail);
    }

    public static Unauthenticated noToken() {
        return new Unauthenticated("unauthenticated", "Please sign in: this needs an access token.");
    }

    public static Unauthenticated invalidToken() {
        return new Unauthenticated("unauthenticated", "The access token is not valid.");
    }

    public static Unauthenticated tokenExpired() {
        return new Unauthenticated("token_expired", "The access token has expired.");
    }
}
