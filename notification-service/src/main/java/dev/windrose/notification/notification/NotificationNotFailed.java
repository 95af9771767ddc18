package dev.windrose.notification.notification;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 409 {@code not_failed}: only what was given up can be tried again by hand. */
public final class NotificationNotFailed extends ProblemException {
    NotificationNotFailed(NotificationStatus status) {
        super(
                HttpStatus.CONFLICT,
                "not_failed",
                "Only a FAILED notification can be retried, this one is " + status + ".");
    }
}
