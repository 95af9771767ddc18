package dev.windrose.notification.notification;

import dev.windrose.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** 404 {@code notification_not_found}. */
public final class NotificationNotFound extends ProblemException {
    public NotificationNotFound() {
        super(HttpStatus.NOT_FOUND, "notification_not_found", "There is no such notification.");
    }
}
