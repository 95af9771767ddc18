package dev.windrose.booking.payment;

import dev.windrose.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503 {@code processing_error}: the acquirer failed, nothing was charged, the same request may be sent again. */
public final class ProcessingError extends ProblemException {
    ProcessingError() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "processing_error",
                "The card can't be processed just now. Nothing was charged; please try again.");
        retryAfter(Duration.ofSeconds(1));
    }
}
