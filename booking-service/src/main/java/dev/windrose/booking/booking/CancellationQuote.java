package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling now would give back.
 *
 * @param fee what is kept; with the refund it makes what was paid
 * @param rule in words, a clause for each segment where they differ
 * @param validUntil UTC, the last instant at which the refund is this; null if waiting changes nothing any more
 * @param parts what the sums are made of: one for each passenger and flight
 */
public record CancellationQuote(
        Money refund, Money fee, String rule, @Nullable String validUntil, List<Part> parts) {
    public CancellationQuote {
        parts = List.copyOf(parts);
    }

    /** A passenger's place on a flight. @param percent of what was paid for it */
    public record Part(
            String passengerId,
            String flightId,
            Money paid,
            int percent,
            RefundReason reason,
            Money refund,
            Money fee) {}

    static CancellationQuote of(RefundQuote quote) {
        return new CancellationQuote(
                quote.refund(),
                quote.fee(),
                quote.words(),
                quote.until() == null ? null : Timestamps.text(quote.until()),
                quote.lines().stream()
                        .map(line -> new Part(
                                line.place().passengerId(),
                                line.place().flightId(),
                                quote.sum(line.paidMinor()),
                                line.terms().percent(),
                                line.terms().reason(),
                                quote.sum(line.refundMinor()),
                                quote.sum(line.paidMinor() - line.refundMinor())))
                        .toList());
    }
}
