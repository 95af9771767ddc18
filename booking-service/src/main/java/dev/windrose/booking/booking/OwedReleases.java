package dev.windrose.booking.booking;

import dev.windrose.booking.flight.FlightClient;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The releases that flight-service still has to be told of: written down with the change of state, repeated until it answers. */
@Service
public class OwedReleases {
    private final JdbcClient jdbc;
    private final FlightClient flights;
    private final DueReleases debts;

    OwedReleases(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            FlightClient flights,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.flights = flights;
        this.debts = new DueReleases(jdbc, transaction, clock, "release_owed", "booking_id");
    }

    /** Writes the debt down in the caller's transaction. */
    void owe(String bookingId) {
        jdbc.sql("insert into release_owed (booking_id, due_at) values (?, ?)")
                .params(bookingId, debts.firstDue())
                .update();
    }

    /** Asks once, outside any transaction; false if flight-service gave no answer, then the job goes on. */
    boolean attempt(String bookingId) {
        if (!flights.release(bookingId)) {
            return false;
        }
        ProtocolStep.RELEASE_DONE.reached();
        debts.paid(bookingId);
        return true;
    }

    /** Pays what is due, until flight-service stops answering. */
    public void payDue() {
        List<String> claimed;
        do {
            claimed = debts.claim();
        } while (!claimed.isEmpty() && claimed.stream().allMatch(this::attempt));
    }
}
