package dev.windrose.flight.search;

import dev.windrose.flight.changes.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a result is wanted.
 *
 * @param walk of the pages before, null for the first page
 */
public record SearchPage(int limit, @Nullable Walk walk) {

    /** A result that is being walked: the point in the log it was made at, its currency and range, and how far it was shown. */
    public record Walk(AsOf asOf, String currency, ResultRange range, Position position) {}
}
