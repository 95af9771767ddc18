package dev.windrose.booking.booking;

import dev.windrose.booking.booking.CancellationLedger.Cancelled;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cancels a booking, gives back what the rule says and frees the seats. */
@Service
public class CancelBooking {
    private final CancellationLedger ledger;
    private final OwedReleases releases;
    private final BookingMetrics metrics;

    CancelBooking(CancellationLedger ledger, OwedReleases releases, BookingMetrics metrics) {
        this.ledger = ledger;
        this.releases = releases;
        this.metrics = metrics;
    }

    /** What cancelling now would give back. */
    public CancellationQuote quote(BookingOf booking, CancellationRequest what) {
        return ledger.quote(booking, what);
    }

    /** 200 with the booking and its refund, or the answer given before. */
    public Reply cancel(BookingOf booking, CancellationRequest what, @Nullable IdempotencyKey key) {
        Cancelled cancelled = Deadlocks.retried(() -> ledger.cancel(booking, what, key));
        if (cancelled.bookingToRelease() != null) {
            ProtocolStep.CANCELLATION_STORED.reached();
            metrics.booking("cancelled");
            releases.attempt(cancelled.bookingToRelease());
        }
        return cancelled.reply();
    }
}
