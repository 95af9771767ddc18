package dev.windrose.notification.notification.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.notification.notification.NotificationQueries;
import dev.windrose.notification.notification.NotificationView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in user's feed. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {
    private final NotificationQueries queries;

    NotificationController(NotificationQueries queries) {
        this.queries = queries;
    }

    /**
     * What the user was told by mail, newest first: {@code {items:[{id,type,subject,createdAt,status}],nextCursor}}.
     *
     * @param limit 1 to 100, 20 if absent
     * @param cursor the {@code nextCursor} of the page before; 400 if damaged or expired
     */
    @GetMapping
    Page<NotificationView> feed(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.feed(user.id(), Limit.parse(limit), cursor);
    }
}
