package dev.windrose.notification.notification;

import dev.windrose.defaults.time.Utc;
import dev.windrose.notification.mail.Envelope;
import dev.windrose.notification.mail.MailType;
import dev.windrose.notification.mail.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The senders' side of the table: one row a claim, under a lease, so that any number of replicas share the work. */
@Repository
class Outgoing {
    /** Longer than a mail server that answers each step just in time can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MAX_ERROR_LENGTH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outgoing(JdbcClient jdbc, PlatformTransactionManager transactions, @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The one that is due longest, if any. */
    Optional<DueMail> claim() {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Optional<DueMail> due = jdbc.sql(
                            "select id, event_id, type, recipient, recipient_name, reference, data, attempts, event_at,"
                                    + " about_id"
                                    + " from notification where status = 'PENDING' and next_attempt_at <= ?"
                                    + " order by next_attempt_at limit 1 for update skip locked")
                    .param(Utc.column(now))
                    .query((row, n) -> read(row))
                    .optional();
            due.ifPresent(mail -> jdbc.sql("update notification set attempts = ?, next_attempt_at = ? where id = ?")
                    .params(mail.attempt(), Utc.column(now.plus(LEASE)), mail.id())
                    .update());
            return due;
        });
    }

    /** Counts even if the lease ran out meanwhile: sent is sent. */
    void sent(DueMail mail) {
        jdbc.sql(
                        "update notification set status = 'SENT', sent_at = ?, last_error = null where id = ? and status = 'PENDING'")
                .params(Utc.column(clock.instant()), mail.id())
                .update();
    }

    void retryAfter(DueMail mail, Duration delay, String error) {
        jdbc.sql("update notification set next_attempt_at = ?, last_error = ?"
                        + " where id = ? and status = 'PENDING' and attempts = ?")
                .params(Utc.column(clock.instant().plus(delay)), shortened(error), mail.id(), mail.attempt())
                .update();
    }

    void failed(DueMail mail, String error) {
        jdbc.sql("update notification set status = 'FAILED', last_error = ?"
                        + " where id = ? and status = 'PENDING' and attempts = ?")
                .params(shortened(error), mail.id(), mail.attempt())
                .update();
    }

    /** How many are to be sent, for the metric. */
    long waiting() {
        return jdbc.sql("select count(*) from notification where status = 'PENDING'")
                .query(Long.class)
                .single();
    }

    private static DueMail read(ResultSet row) throws SQLException {
        Envelope envelope = new Envelope(
                row.getString("event_id"),
                MailType.valueOf(row.getString("type")),
                new Recipient(row.getString("recipient"), row.getString("recipient_name")),
                row.getString("reference"));
        return new DueMail(
                row.getLong("id"),
                envelope,
                row.getInt("attempts") + 1,
                row.getString("data"),
                Utc.instant(row, "event_at"),
                row.getString("about_id"));
    }

    private static String shortened(String error) {
        return error.length() <= MAX_ERROR_LENGTH ? error : error.substring(0, MAX_ERROR_LENGTH);
    }
}
