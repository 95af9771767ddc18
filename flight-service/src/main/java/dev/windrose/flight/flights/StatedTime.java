package dev.windrose.flight.flights;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as somebody states it: on the clock of the airport, or with an offset of its own. */
public record StatedTime(LocalDateTime clock, @Nullable ZoneOffset offset) {
    private static final Pattern FORM = Pattern.compile(
            "(?<clock>20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final String EXPECTED =
            "must be a time like 2026-12-01T06:15, on the airport's clock, or with an offset like 2026-12-01T06:15:00+05:30";

    /** @throws IllegalArgumentException unless it is a time of the years 2000 to 2099, with or without an offset */
    public static StatedTime parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        try {
            String offset = form.group("offset");
            return new StatedTime(
                    LocalDateTime.parse(form.group("clock")), offset == null ? null : ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time of any calendar or clock", e);
        }
    }

    /** As {@link #parse}, but only on the airport's clock. */
    public static StatedTime parseLocal(String text) {
        StatedTime time = parse(text);
        if (time.offset != null) {
            throw new IllegalArgumentException("must be a time on the airport's clock like 2026-12-01T06:15");
        }
        return time;
    }

    /**
     * The instant, of two that the clock shows alike the earlier.
     *
     * @throws IllegalArgumentException if the airport's clock skips this time
     */
    Instant in(ZoneId zone) {
        if (offset != null) {
            return clock.toInstant(offset);
        }
        var offsets = zone.getRules().getValidOffsets(clock);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("doesn't exist there: the clock is put forward over it");
        }
        return clock.toInstant(offsets.get(0));
    }
}
