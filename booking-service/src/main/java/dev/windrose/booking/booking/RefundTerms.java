package dev.windrose.booking.booking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a place on a flight gives back at an instant.
 *
 * @param percent of what was paid for it
 * @param until the last instant at which this holds, as far as known now; null if waiting changes nothing
 */
record RefundTerms(
        int percent, RefundReason reason, @Nullable Instant until) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Half a minor unit goes up, place by place: so parts always sum to the whole. */
    long of(long paidMinor) {
        return BigDecimal.valueOf(paidMinor)
                .multiply(BigDecimal.valueOf(percent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
