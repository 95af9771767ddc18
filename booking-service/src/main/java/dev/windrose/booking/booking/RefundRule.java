package dev.windrose.booking.booking;

import dev.windrose.booking.booking.BookingSettings.RefundTier;
import dev.windrose.defaults.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a cancellation gives back: per passenger and segment, by the time left to that segment's departure, half a minor unit upwards. */
@Component
class RefundRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<RefundTier> tiers;

    RefundRule(BookingSettings settings) {
        this.tiers = settings.refundTiers();
    }

    CancellationQuote quote(Booking booking, Instant now) {
        if (!booking.is(BookingState.CONFIRMED)) {
            Money nothing = booking.quoted().times(0);
            return new CancellationQuote(
                    nothing, nothing, "Not paid yet, nothing to give back.", Timestamps.text(booking.expiresAt()));
        }
        long refund = booking.segments().stream()
                .mapToLong(segment -> part(segment, now) * booking.passengers().size())
                .sum();
        Money paid = booking.quoted();
        return new CancellationQuote(
                new Money(refund, paid.currency()),
                new Money(paid.minor() - refund, paid.currency()),
                words(booking, now),
                nextChange(booking, now).map(Timestamps::text).orElse(null));
    }

    private long part(Segment segment, Instant now) {
        return BigDecimal.valueOf(segment.priceMinor())
                .multiply(BigDecimal.valueOf(percent(segment, now)))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private int percent(Segment segment, Instant now) {
        return tiers.stream()
                .filter(tier -> !now.isAfter(segment.departureAt().minus(tier.before())))
                .findFirst()
                .map(RefundTier::percent)
                .orElse(0);
    }

    private String words(Booking booking, Instant now) {
        return booking.segments().stream()
                .map(segment -> segment.flightNumber() + ": " + percent(segment, now) + " % of the price")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Optional<Instant> nextChange(Booking booking, Instant now) {
        return booking.segments().stream()
                .flatMap(segment ->
                        tiers.stream().map(tier -> segment.departureAt().minus(tier.before())))
                .filter(end -> !now.isAfter(end))
                .min(Comparator.naturalOrder());
    }
}
