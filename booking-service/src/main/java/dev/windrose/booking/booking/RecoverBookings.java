package dev.windrose.booking.booking;

import dev.windrose.booking.booking.SettlePayment.Settled;
import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes up what a crash or a lost answer left half-way: payments go forward, bookings never held are ended. */
@Service
public class RecoverBookings {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PaymentRepository payments;
    private final BookingLedger ledger;
    private final SettlePayment settlement;
    private final OwedReleases releases;
    private final BookingMetrics metrics;
    private final BookingSettings settings;
    private final Clock clock;

    RecoverBookings(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PaymentRepository payments,
            BookingLedger ledger,
            SettlePayment settlement,
            OwedReleases releases,
            BookingMetrics metrics,
            BookingSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.payments = payments;
        this.ledger = ledger;
        this.settlement = settlement;
        this.releases = releases;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Works until nothing old enough is left, or flight-service stops answering. */
    public void recoverAll() {
        boolean goOn = true;
        while (goOn) {
            goOn = claim().map(this::recover).orElse(false);
        }
    }

    /** Keeps the others away from one row for a while; the work itself asks flight-service and needs no lock. */
    private Optional<Stuck> claim() {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Optional<Stuck> stuck = jdbc.sql("select id, state from booking where recover_at <= ?"
                            + " order by recover_at limit 1 for update skip locked")
                    .param(Utc.column(now))
                    .query((row, n) -> new Stuck(row.getString("id"), BookingState.valueOf(row.getString("state"))))
                    .optional();
            stuck.ifPresent(booking -> jdbc.sql("update booking set recover_at = ? where id = ?")
                    .params(Utc.column(now.plus(settings.recoveryAge())), booking.id)
                    .update());
            return stuck;
        });
    }

    private boolean recover(Stuck booking) {
        if (booking.state == BookingState.PAYING) {
            return payments.findByBookingIdAndState(booking.id, PaymentState.AUTHORIZED)
                    .map(payment -> !(settlement.settle(booking.id, payment.id()) instanceof Settled.Unknown))
                    .orElse(true);
        }
        if (Deadlocks.retried(() -> ledger.abandon(booking.id))) {
            metrics.booking("abandoned");
            return releases.attempt(booking.id);
        }
        return true;
    }

    private record Stuck(String id, BookingState state) {}
}
