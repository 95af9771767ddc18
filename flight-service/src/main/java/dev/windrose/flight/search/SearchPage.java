package dev.windrose.flight.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a result is wanted.
 *
 * @param rest what the pages before left, null for the first page
 */
public record SearchPage(int limit, @Nullable Rest rest) {

    /** The itineraries still to be shown, in their order, and the currency of the result. */
    public record Rest(String currency, List<Entry> entries) {}

    /** An itinerary by the ids of its flights, with the score it had when the result was made. */
    public record Entry(List<Long> flights, int score) {}
}
