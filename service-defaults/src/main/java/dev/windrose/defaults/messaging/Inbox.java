package dev.windrose.defaults.messaging;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events a consumer has acted on: brokers deliver at least once, and producers publish again after a crash. */
final class Inbox {
    /** Far longer than any producer, queue or dead letter brings an event again. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes the event in the transaction of the act; false if it was acted on before. Of two deliveries at once the second waits here for the
     * first to commit.
     */
    boolean isFirst(Event event, String consumer) {
        return jdbc.sql("insert ignore into inbox_event (event_id, consumer, received_at) values (?, ?, ?)")
                        .params(event.id(), consumer, Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    void purge() {
        int deleted;
        do {
            deleted = jdbc.sql("delete from inbox_event where received_at < ? order by received_at limit 1000")
                    .param(Utc.column(clock.instant().minus(KEPT)))
                    .update();
        } while (deleted == 1000);
    }
}
