package dev.windrose.booking.booking;

import dev.windrose.booking.flight.FlightClient;
import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The releases that flight-service still has to be told of: written down with the change of state, repeated until it answers. */
@Service
public class OwedReleases {
    private static final int BATCH = 50;

    /** Whoever owes a release tries it at once; only then it is the job's. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FlightClient flights;
    private final Clock clock;

    OwedReleases(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            FlightClient flights,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.flights = flights;
        this.clock = clock;
    }

    /** Writes the debt down in the caller's transaction. */
    void owe(String bookingId) {
        jdbc.sql("insert into release_owed (booking_id, due_at) values (?, ?)")
                .params(bookingId, Utc.column(clock.instant().plus(FIRST_TRY)))
                .update();
    }

    /** Asks once, outside any transaction; false if flight-service gave no answer, then the job goes on. */
    boolean attempt(String bookingId) {
        if (!flights.release(bookingId)) {
            return false;
        }
        ProtocolStep.RELEASE_DONE.reached();
        jdbc.sql("delete from release_owed where booking_id = ?")
                .param(bookingId)
                .update();
        return true;
    }

    /** Pays what is due, until flight-service stops answering. */
    public void payDue() {
        List<String> claimed;
        do {
            claimed = claim();
        } while (!claimed.isEmpty() && claimed.stream().allMatch(this::attempt));
    }

    private List<String> claim() {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            List<String> due = jdbc.sql("select booking_id from release_owed where due_at <= ?"
                            + " order by due_at limit " + BATCH + " for update skip locked")
                    .param(Utc.column(now))
                    .query(String.class)
                    .list();
            if (!due.isEmpty()) {
                jdbc.sql("update release_owed set due_at = :later, attempts = attempts + 1 where booking_id in (:ids)")
                        .param("later", Utc.column(now.plus(LEASE)))
                        .param("ids", due)
                        .update();
            }
            return due;
        });
    }
}
