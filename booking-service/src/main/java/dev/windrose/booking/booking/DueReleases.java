package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The debts of a table with {@code due_at} and {@code attempts}: who claims one keeps the other replicas away from it for a while. */
final class DueReleases {
    /** Whoever owes a release tries it at once; only then it is the job's. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final String table;
    private final String key;

    DueReleases(JdbcClient jdbc, TransactionOperations transaction, Clock clock, String table, String key) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.table = table;
        this.key = key;
    }

    /** When a debt made now is the job's, as its column takes it. */
    String firstDue() {
        return Utc.column(clock.instant().plus(FIRST_TRY));
    }

    List<String> claim() {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            List<String> due = jdbc.sql("select " + key + " from " + table + " where due_at <= ?"
                            + " order by due_at limit " + BATCH + " for update skip locked")
                    .param(Utc.column(now))
                    .query(String.class)
                    .list();
            if (!due.isEmpty()) {
                jdbc.sql("update " + table + " set due_at = :later, attempts = attempts + 1 where " + key
                                + " in (:keys)")
                        .param("later", Utc.column(now.plus(LEASE)))
                        .param("keys", due)
                        .update();
            }
            return due;
        });
    }

    void paid(String which) {
        jdbc.sql("delete from " + table + " where " + key + " = ?").param(which).update();
    }
}
