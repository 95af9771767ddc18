package dev.windrose.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the clocks of an airport show them, in words. */
final class LocalTimes {
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private LocalTimes() {}

    /** {@code Tuesday 1 December 2026}. */
    static String longDay(Instant instant, BookingTold.Place place) {
        return LONG_DAY.format(at(instant, place));
    }

    /** {@code Tue 1 Dec 2026}. */
    static String shortDay(Instant instant, BookingTold.Place place) {
        return SHORT_DAY.format(at(instant, place));
    }

    /** {@code Tuesday 1 December 2026}. */
    static String longDay(LocalDate date) {
        return LONG_DAY.format(date);
    }

    /** {@code Tue 1 Dec 2026}. */
    static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** {@code 06:15}. */
    static String clock(Instant instant, BookingTold.Place place) {
        return CLOCK.format(at(instant, place));
    }

    /** {@code Seattle time (UTC−8)}: abbreviations such as CST mean several zones, an offset only one. */
    static String zone(Instant instant, BookingTold.Place place) {
        return place.city() + " time (" + offset(at(instant, place).getOffset()) + ")";
    }

    /** {@code Tue 1 Dec 2026, 06:15 Seattle time (UTC−8)}. */
    static String full(Instant instant, BookingTold.Place place) {
        return shortDay(instant, place) + ", " + clock(instant, place) + " " + zone(instant, place);
    }

    /** {@code 3 h 40 min}. */
    static String duration(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }

    private static ZonedDateTime at(Instant instant, BookingTold.Place place) {
        return instant.atZone(place.timeZone());
    }

    private static String offset(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds == 0) {
            return "UTC";
        }
        int minutes = Math.abs(seconds) / 60;
        String text = "UTC" + (seconds < 0 ? "−" : "+") + minutes / 60;
        return minutes % 60 == 0 ? text : text + ":" + String.format(Locale.ROOT, "%02d", minutes % 60);
    }
}
