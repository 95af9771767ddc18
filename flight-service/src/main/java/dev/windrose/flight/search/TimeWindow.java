package dev.windrose.flight.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Minutes of a local day, both ends included; from later than to goes past midnight. */
public record TimeWindow(int from, int to) {
    private static final Pattern HH_MM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int LAST_MINUTE = 24 * 60 - 1;
    public static final TimeWindow ALL_DAY = new TimeWindow(0, LAST_MINUTE);

    /** A window of which an end may be open: then it is the day's. */
    public static TimeWindow between(@Nullable Integer from, @Nullable Integer to) {
        return new TimeWindow(from == null ? 0 : from, to == null ? LAST_MINUTE : to);
    }

    /** The minute of the day of a text like {@code 06:15}. @throws IllegalArgumentException if it is none */
    public static int minute(String text) {
        if (!HH_MM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a time of the day like 06:15");
        }
        return Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10);
    }

    boolean contains(int minute) {
        return from <= to ? from <= minute && minute <= to : minute >= from || minute <= to;
    }
}
