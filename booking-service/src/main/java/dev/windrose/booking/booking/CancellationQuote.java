package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling now would give back.
 *
 * @param fee what is kept; with the refund it makes what was paid
 * @param rule in words, a clause for each segment where they differ
 * @param validUntil UTC; null if waiting changes nothing any more
 */
public record CancellationQuote(
        Money refund, Money fee, String rule, @Nullable String validUntil) {}
