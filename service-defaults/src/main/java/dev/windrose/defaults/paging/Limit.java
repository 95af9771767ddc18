package dev.windrose.defaults.paging;

import dev.windrose.defaults.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/** The {@code limit} of a list: 1 to 100, 20 if absent. */
public final class Limit {
    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    private Limit() {}

    /** The number, or 400 with field {@code limit}. */
    public static int parse(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX) {
                return limit;
            }
        }
        throw ValidationFailed.of("limit", "out_of_range", "must be a whole number from 1 to " + MAX);
    }
}
