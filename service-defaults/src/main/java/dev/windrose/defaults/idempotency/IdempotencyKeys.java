package dev.windrose.defaults.idempotency;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of keys. A key's row is taken under a lease in the transaction that begins the work, names the work's subject, and ends
 * with the answer in the transaction that ends it: so a repeat either gets the answer, or takes up the same subject, and nothing
 * happens twice. Every method works in the caller's transaction.
 */
public final class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    /** How long a try may be silent before a repeat takes it up. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;

    /** @param clock the database's */
    public IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, LEASE);
    }

    /** @param lease how long a try may be silent before a repeat takes it up; longer than any request may take */
    public IdempotencyKeys(JdbcClient jdbc, Clock clock, Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = lease;
    }

    /** What is known of a key when a request with it comes. */
    public sealed interface Claim {
        /** Nothing: the work begins, and the key is leased. */
        record Fresh() implements Claim {}

        /** An earlier try began this subject and gave up: go on with it; the key is leased. */
        record Resume(String subject) implements Claim {}

        /** It was answered. */
        record Answered(StoredAnswer answer) implements Claim {}
    }

    /**
     * Claims the key under a lock on its row.
     *
     * @throws ProblemException 422 {@code idempotency_conflict} if it was used for another request, 409 {@code idempotency_in_flight}
     *     while the first is still at work
     */
    public Claim claim(IdempotencyKey key) {
        Instant now = clock.instant();
        Row row = lock(key);
        if (row != null) {
            return claimExisting(key, row, now);
        }
        int inserted = jdbc.sql(
                        "insert ignore into idempotency_key (user_id, idem_key, fingerprint, lease_until, created_at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(key.userId(), key.value(), key.fingerprint(), Utc.column(now.plus(lease)), Utc.column(now))
                .update();
        return inserted == 1 ? new Claim.Fresh() : claim(key);
    }

    /** Whether nothing is known of the key. */
    public boolean isNew(IdempotencyKey key) {
        return jdbc.sql("select count(*) from idempotency_key where user_id = ? and idem_key = ?")
                        .params(key.userId(), key.value())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Looked for before it is inserted: a refused insert leaves a shared lock, and two that want to raise theirs deadlock. */
    private @Nullable Row lock(IdempotencyKey key) {
        return jdbc.sql("select fingerprint, subject, lease_until, status, body, location, created_at"
                        + " from idempotency_key where user_id = ? and idem_key = ? for update")
                .params(key.userId(), key.value())
                .query((r, n) -> Row.of(r))
                .optional()
                .orElse(null);
    }

    private Claim claimExisting(IdempotencyKey key, Row row, Instant now) {
        if (row.createdAt.plus(KEPT).isBefore(now)) {
            forget(key);
            return claim(key);
        }
        if (!row.fingerprint.equals(key.fingerprint())) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency_conflict",
                    "This Idempotency-Key was used for another request.");
        }
        if (row.answer != null) {
            return new Claim.Answered(row.answer);
        }
        if (row.leaseUntil.isAfter(now)) {
            throw new ProblemException(
                            HttpStatus.CONFLICT,
                            "idempotency_in_flight",
                            "The first request with this Idempotency-Key is still at work.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        leaseUntil(key, now.plus(lease));
        return row.subject == null ? new Claim.Fresh() : new Claim.Resume(row.subject);
    }

    /** Notes what the work is about, for a later try to go on with. */
    public void attach(IdempotencyKey key, String subject) {
        jdbc.sql("update idempotency_key set subject = ? where user_id = ? and idem_key = ?")
                .params(subject, key.userId(), key.value())
                .update();
    }

    /** Stores the answer; from now on it is replayed. */
    public void answer(IdempotencyKey key, StoredAnswer answer) {
        jdbc.sql("update idempotency_key set status = ?, body = ?, location = ? where user_id = ? and idem_key = ?"
                        + " and status is null")
                .params(Arrays.asList(answer.status(), answer.body(), answer.location(), key.userId(), key.value()))
                .update();
    }

    /** Stores the answer for whoever began work on the subject, also when a job ends it in their place. */
    public void answerSubject(String subject, StoredAnswer answer) {
        jdbc.sql("update idempotency_key set status = ?, body = ?, location = ? where subject = ? and status is null")
                .params(Arrays.asList(answer.status(), answer.body(), answer.location(), subject))
                .update();
    }

    /** Whether somebody is at work on the subject just now; holds its key's row, so that nobody takes it up meanwhile. */
    public boolean isLeased(String subject) {
        Instant now = clock.instant();
        return jdbc
                .sql("select lease_until from idempotency_key where subject = ? and status is null for update")
                .param(subject)
                .query((row, n) -> Utc.instant(row, "lease_until"))
                .list()
                .stream()
                .anyMatch(now::isBefore);
    }

    /** Ends the lease, so that a retry goes on at once with the same subject. */
    public void release(IdempotencyKey key) {
        leaseUntil(key, clock.instant());
    }

    /** Forgets the key: its try had no effect, the next begins anew. */
    public void forget(IdempotencyKey key) {
        jdbc.sql("delete from idempotency_key where user_id = ? and idem_key = ?")
                .params(key.userId(), key.value())
                .update();
    }

    /** Forgets unanswered keys of a subject that has ended without effect: their next try begins anew. */
    public void forgetSubject(String subject) {
        jdbc.sql("delete from idempotency_key where subject = ? and status is null")
                .param(subject)
                .update();
    }

    /** Deletes keys past their 24 hours, a few at a time. */
    public int purge() {
        return jdbc.sql("delete from idempotency_key where created_at < ? order by created_at limit 500")
                .param(Utc.column(clock.instant().minus(KEPT)))
                .update();
    }

    private void leaseUntil(IdempotencyKey key, Instant until) {
        jdbc.sql("update idempotency_key set lease_until = ? where user_id = ? and idem_key = ?")
                .params(List.of(Utc.column(until), key.userId(), key.value()))
                .update();
    }

    private record Row(
            String fingerprint,
            @Nullable String subject,
            Instant leaseUntil,
            @Nullable StoredAnswer answer,
            Instant createdAt) {
        static Row of(ResultSet row) throws SQLException {
            String body = row.getString("body");
            return new Row(
                    row.getString("fingerprint"),
                    row.getString("subject"),
                    Utc.instant(row, "lease_until"),
                    body == null ? null : new StoredAnswer(row.getInt("status"), body, row.getString("location")),
                    Utc.instant(row, "created_at"));
        }
    }
}
