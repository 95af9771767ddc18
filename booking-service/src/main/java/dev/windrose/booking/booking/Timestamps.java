package dev.windrose.booking.booking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants of no airport as the API writes them: UTC, always with milliseconds. */
final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
