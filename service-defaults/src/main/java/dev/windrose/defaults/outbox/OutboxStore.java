package dev.windrose.defaults.outbox;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay's side of the outbox: claims under a lease, so that any number of replicas share the work. */
final class OutboxStore {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration KEPT_AFTER_PUBLISHING = Duration.ofDays(8);
    private static final int TRIES_BEFORE_OTHERS_GO_FIRST = 3;
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Stored(long seq, String eventId, String type, String payload, int attempts) {}

    /**
     * Leases up to {@code max} events that may go now: of one aggregate only its earliest, so that its order holds; what failed often last, so
     * that any number of unroutable events delays no other.
     */
    List<Stored> claim(int max) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            List<Stored> due = jdbc.sql("select seq, event_id, type, payload, attempts from outbox_event o"
                            + " where published_at is null and available_at <= ?"
                            + " and not exists (select 1 from outbox_event e where e.aggregate_id = o.aggregate_id"
                            + " and e.published_at is null and e.seq < o.seq)"
                            + " order by attempts > ?, seq limit ? for update skip locked")
                    .params(Utc.column(now), TRIES_BEFORE_OTHERS_GO_FIRST, max)
                    .query((row, n) -> new Stored(
                            row.getLong("seq"),
                            row.getString("event_id"),
                            row.getString("type"),
                            row.getString("payload"),
                            row.getInt("attempts")))
                    .list();
            if (!due.isEmpty()) {
                jdbc.sql("update outbox_event set available_at = :until, attempts = attempts + 1 where seq in (:seqs)")
                        .param("until", Utc.column(now.plus(LEASE)))
                        .param("seqs", due.stream().map(Stored::seq).toList())
                        .update();
            }
            return due;
        });
    }

    void published(List<Stored> events) {
        if (!events.isEmpty()) {
            jdbc.sql("update outbox_event set published_at = :now where seq in (:seqs)")
                    .param("now", Utc.column(clock.instant()))
                    .param("seqs", events.stream().map(Stored::seq).toList())
                    .update();
        }
    }

    /** Gives events back that were not tried: no attempt of theirs is used up. */
    void release(List<Stored> events) {
        if (!events.isEmpty()) {
            jdbc.sql("update outbox_event set available_at = :now, attempts = attempts - 1"
                            + " where seq in (:seqs) and published_at is null")
                    .param("now", Utc.column(clock.instant()))
                    .param("seqs", events.stream().map(Stored::seq).toList())
                    .update();
        }
    }

    /** Gives an event back; the next attempt waits longer each time, up to ten seconds. */
    void failed(Stored event) {
        long millis = Math.min(MAX_BACKOFF.toMillis(), 250L << Math.min(event.attempts(), 10));
        jdbc.sql("update outbox_event set available_at = ? where seq = ? and published_at is null")
                .params(Utc.column(clock.instant().plusMillis(millis)), event.seq())
                .update();
    }

    void purge() {
        int deleted;
        do {
            deleted = jdbc.sql("delete from outbox_event where published_at < ? order by published_at limit 1000")
                    .param(Utc.column(clock.instant().minus(KEPT_AFTER_PUBLISHING)))
                    .update();
        } while (deleted == 1000);
    }

    /** How many wait, for the metric. */
    long waiting() {
        return jdbc.sql("select count(*) from outbox_event where published_at is null")
                .query(Long.class)
                .single();
    }
}
