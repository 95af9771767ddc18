package dev.windrose.booking.booking;

import dev.windrose.booking.booking.BookingSettings.RefundTier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What cancelling gives back: for each place on what was paid for it, by the time left to that flight's own departure as it is known now;
 * all of it if the airline cancelled the flight or delays it by more than three hours. See docs/cancellations.md.
 */
@Component
class RefundRule {
    private static final int ALL = 100;

    private final List<RefundTier> tiers;

    @Autowired
    RefundRule(BookingSettings settings) {
        this(settings.refundTiers());
    }

    /** @param tiers the longest time first */
    RefundRule(List<RefundTier> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    RefundQuote quote(Booking booking, List<PassengerFlight> places, Instant now) {
        boolean paid = booking.is(BookingState.CONFIRMED);
        List<RefundQuote.Line> lines = places.stream()
                .map(place -> {
                    Segment segment = booking.segmentOf(place);
                    return new RefundQuote.Line(
                            place,
                            segment,
                            paid
                                    ? termsOf(segment, now)
                                    : new RefundTerms(0, RefundReason.NOT_PAID, booking.expiresAt()));
                })
                .toList();
        return new RefundQuote(
                lines,
                booking.quoted().currency(),
                lines.stream()
                        .map(line -> line.terms().until())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    RefundTerms termsOf(Segment segment, Instant now) {
        if (segment.isCancelledByAirline()) {
            return new RefundTerms(ALL, RefundReason.FLIGHT_CANCELLED, null);
        }
        if (segment.hasDeparted(now)) {
            return new RefundTerms(0, RefundReason.FLIGHT_DEPARTED, null);
        }
        if (segment.isDelayedLong()) {
            return new RefundTerms(
                    ALL, RefundReason.FLIGHT_DELAYED, segment.departureAt().minusMillis(1));
        }
        return tiers.stream()
                .filter(tier -> !now.isAfter(endOf(tier, segment)))
                .findFirst()
                .map(tier -> new RefundTerms(tier.percent(), RefundReason.TIME_LEFT, endOf(tier, segment)))
                .orElseGet(() -> new RefundTerms(0, RefundReason.TIME_LEFT, null));
    }

    private static Instant endOf(RefundTier tier, Segment segment) {
        Instant end = segment.departureAt().minus(tier.before());
        // At the departure itself the flight is gone.
        return tier.before().isZero() ? end.minusMillis(1) : end;
    }
}
