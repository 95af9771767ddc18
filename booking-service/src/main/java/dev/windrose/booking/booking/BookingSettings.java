package dev.windrose.booking.booking;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set.
 *
 * @param paymentWindow from booking to the deadline of its payment
 * @param expiryInterval within this after the deadline the seats are free again
 * @param maxOpenPerUser unpaid bookings of a customer at once
 * @param recoveryAge how old a half-made step is before the recovery job takes it up, {@code requestBudget} at least
 * @param requestBudget how long a request lasts at most: the recovery job keeps away that long from what one is still at
 * @param idempotencyLease how long a try with an Idempotency-Key may be silent before a repeat takes it up; longer than any request lasts
 * @param reconcileInterval between two comparisons with flight-service
 * @param concurrentBookings how many are made at once, the others wait in line
 * @param concurrentPayments as above, for payments
 * @param patience how long one waits in line before it is sent away
 * @param refundTiers what a cancellation gives back, by the time left to departure
 */
@ConfigurationProperties("windrose.booking")
public record BookingSettings(
        Duration paymentWindow,
        Duration expiryInterval,
        int maxOpenPerUser,
        Duration recoveryAge,
        Duration requestBudget,
        Duration idempotencyLease,
        Duration reconcileInterval,
        int concurrentBookings,
        int concurrentPayments,
        Duration patience,
        List<RefundTier> refundTiers) {

    public BookingSettings {
        requirePositive("BOOKING_PAYMENT_WINDOW", paymentWindow);
        requirePositive("BOOKING_EXPIRY_INTERVAL", expiryInterval);
        requirePositive("BOOKING_RECOVERY_AGE", recoveryAge);
        if (recoveryAge.compareTo(requestBudget) < 0) {
            recoveryAge = requestBudget;
        }
        requirePositive("BOOKING_IDEMPOTENCY_LEASE", idempotencyLease);
        requirePositive("RECONCILE_INTERVAL", reconcileInterval);
        if (maxOpenPerUser < 1) {
            throw new IllegalArgumentException("BOOKING_MAX_OPEN_PER_USER must be at least 1");
        }
        refundTiers = refundTiers.stream()
                .sorted(Comparator.comparing(RefundTier::before).reversed())
                .toList();
    }

    private static void requirePositive(String variable, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(variable + " must be longer than nothing");
        }
    }

    /** With at least {@code before} left to a segment's departure, {@code percent} of its price is given back. */
    public record RefundTier(Duration before, int percent) {
        public RefundTier {
            if (before.isNegative()) {
                throw new IllegalArgumentException("a refund tier lies before the departure, not " + before);
            }
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a refund is 0 to 100 percent, not " + percent);
            }
        }
    }
}
