package dev.windrose.flight.watches;

import org.jspecify.annotations.Nullable;

/** What somebody wants to be watched, as sent: a journey of a day, or a flight. */
public record PriceWatchDraft(
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String date,
        @Nullable String flightId,
        @Nullable String cabin,
        @Nullable Target target) {

    /** What a seat may cost at most to be told, as sent. */
    public record Target(@Nullable String amount, @Nullable String currency) {}

    boolean namesJourney() {
        return origin != null || destination != null || date != null;
    }
}
