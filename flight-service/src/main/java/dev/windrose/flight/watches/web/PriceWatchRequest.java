package dev.windrose.flight.watches.web;

import dev.windrose.flight.watches.PriceWatchDraft;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /price-watches}: {@code origin}, {@code destination} and {@code date}, or {@code flightId}.
 *
 * @param origin as in a search, like the destination
 * @param cabin {@code ECONOMY} if absent
 * @param targetPrice per seat; absent: any drop is told
 */
record PriceWatchRequest(
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String date,
        @Nullable String flightId,
        @Nullable String cabin,
        @Nullable MoneyRequest targetPrice) {

    /** Money as sent: texts, so that every fault of it can be told. */
    record MoneyRequest(@Nullable String amount, @Nullable String currency) {}

    PriceWatchDraft draft() {
        return new PriceWatchDraft(
                origin,
                destination,
                date,
                flightId,
                cabin,
                targetPrice == null ? null : new PriceWatchDraft.Target(targetPrice.amount(), targetPrice.currency()));
    }
}
