package dev.windrose.gateway.edge;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 413: more than is taken here. */
final class PayloadTooLarge extends ProblemException {
    private PayloadTooLarge(long limit) {
        super(
                HttpStatus.valueOf(413),
                "payload_too_large",
                "The body is larger than " + limit / 1024 / 1024 + " MB, which is the limit here.");
    }

    static PayloadTooLarge over(long limit) {
        return new PayloadTooLarge(limit);
    }
}
