package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the bookings whose time to pay is over and gives their seats back. Any number of replicas share the work. */
@Service
public class ExpireBookings {
    private static final int BATCH = 100;
    private static final String DUE = " state = 'PENDING_PAYMENT' and expires_at <= ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BookingRepository bookings;
    private final BookingEvents events;
    private final OwedReleases releases;
    private final BookingMetrics metrics;
    private final Clock clock;

    ExpireBookings(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BookingRepository bookings,
            BookingEvents events,
            OwedReleases releases,
            BookingMetrics metrics,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bookings = bookings;
        this.events = events;
        this.releases = releases;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Works until nothing due is left that another replica doesn't have in hand. */
    public void expireDue() {
        List<String> expired;
        do {
            expired = due().stream().filter(this::expire).toList();
            boolean answering = true;
            for (String bookingId : expired) {
                answering = answering && releases.attempt(bookingId);
            }
        } while (!expired.isEmpty());
    }

    private List<String> due() {
        return jdbc.sql("select id from booking where" + DUE + " order by expires_at limit " + BATCH)
                .param(Utc.column(clock.instant()))
                .query(String.class)
                .list();
    }

    private boolean expire(String bookingId) {
        boolean expired = Deadlocks.retried(() -> transaction.execute(status -> {
            boolean ours = jdbc.sql("select id from booking where id = ? and" + DUE + " for update skip locked")
                    .params(bookingId, Utc.column(clock.instant()))
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (ours) {
                Booking booking = bookings.lock(bookingId).orElseThrow();
                booking.expire();
                events.expired(booking);
                releases.owe(bookingId);
            }
            return ours;
        }));
        if (expired) {
            ProtocolStep.EXPIRY_EXPIRED.reached();
            metrics.booking("expired");
        }
        return expired;
    }
}
