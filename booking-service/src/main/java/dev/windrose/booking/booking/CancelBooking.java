package dev.windrose.booking.booking;

import dev.windrose.booking.booking.CancellationLedger.Cancelled;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cancels a booking or parts of it, gives back what the rule says and frees the seats. */
@Service
public class CancelBooking {
    private final CancellationLedger ledger;
    private final OwedReleases releases;
    private final OwedPartReleases partReleases;
    private final BookingMetrics metrics;

    CancelBooking(
            CancellationLedger ledger, OwedReleases releases, OwedPartReleases partReleases, BookingMetrics metrics) {
        this.ledger = ledger;
        this.releases = releases;
        this.partReleases = partReleases;
        this.metrics = metrics;
    }

    /** What cancelling now would give back. */
    public CancellationQuote quote(BookingOf booking, CancellationRequest what) {
        return ledger.quote(booking, what);
    }

    /** 200 with the booking and its refund, or the answer given before. */
    public Reply cancel(BookingOf booking, CancellationRequest what, @Nullable IdempotencyKey key) {
        Cancelled cancelled = Deadlocks.retried(() -> ledger.cancel(booking, what, key));
        if (cancelled instanceof Cancelled.Whole whole) {
            ProtocolStep.CANCELLATION_STORED.reached();
            metrics.booking("cancelled");
            releases.attempt(whole.bookingId());
        } else if (cancelled instanceof Cancelled.Part part) {
            ProtocolStep.CANCELLATION_STORED.reached();
            metrics.booking("cancelled_in_part");
            partReleases.attempt(part.release());
        }
        return cancelled.reply();
    }
}
