package dev.windrose.notification.notification;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has a mail that was given up tried again, with all its retries before it. */
@Service
public class RetryNotification {
    private final JdbcClient jdbc;
    private final NotificationQueries queries;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RetryNotification(
            JdbcClient jdbc,
            NotificationQueries queries,
            @Qualifier("databaseClock") Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.clock = clock;
        this.events = events;
    }

    /** Returns it as it is now; {@link NotificationNotFound}, {@link NotificationNotFailed}. */
    @Transactional
    public SendingView retry(long id) {
        int revived = jdbc.sql("update notification set status = 'PENDING', attempts = 0, next_attempt_at = ?"
                        + " where id = ? and status = 'FAILED'")
                .params(Utc.column(clock.instant()), id)
                .update();
        SendingView now = queries.get(id);
        if (revived == 0) {
            throw new NotificationNotFailed(now.status());
        }
        events.publishEvent(new NotificationStored());
        return now;
    }
}
