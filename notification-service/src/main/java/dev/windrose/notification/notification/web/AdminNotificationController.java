package dev.windrose.notification.notification.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.notification.notification.NotificationNotFound;
import dev.windrose.notification.notification.NotificationQueries;
import dev.windrose.notification.notification.NotificationStatus;
import dev.windrose.notification.notification.RetryNotification;
import dev.windrose.notification.notification.SendingView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails that could not be sent, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/notifications")
class AdminNotificationController {
    private final NotificationQueries queries;
    private final RetryNotification retryNotification;

    AdminNotificationController(NotificationQueries queries, RetryNotification retryNotification) {
        this.queries = queries;
        this.retryNotification = retryNotification;
    }

    /**
     * Everybody's notifications in one status, newest first.
     *
     * @param status PENDING, SENT or FAILED (the default); else 400
     * @param limit 1 to 100, 20 if absent
     */
    @GetMapping
    Page<SendingView> list(
            @RequestParam(defaultValue = "FAILED") String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.withStatus(parseStatus(status), Limit.parse(limit), cursor);
    }

    /** Has a FAILED one tried again at once: 200 with it, now PENDING. 404 {@code notification_not_found}, 409 {@code not_failed}. */
    @PostMapping("/{id}/retry")
    SendingView retry(@PathVariable String id) {
        return retryNotification.retry(parseId(id));
    }

    private static NotificationStatus parseStatus(String status) {
        try {
            return NotificationStatus.valueOf(status);
        } catch (IllegalArgumentException e) {
            throw ValidationFailed.of("status", "invalid", "must be PENDING, SENT or FAILED");
        }
    }

    private static long parseId(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotificationNotFound();
        }
        return Long.parseLong(id);
    }
}
