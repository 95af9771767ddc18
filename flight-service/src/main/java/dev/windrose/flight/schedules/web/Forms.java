package dev.windrose.flight.schedules.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.schedules.DaysOfWeek;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How dates, times and days are written. Each throws {@link IllegalArgumentException} with what is wrong. */
final class Forms {
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern DURATION =
            Pattern.compile("P([0-9]{1,4}D)?(T([0-9]{1,4}H)?([0-9]{1,5}M)?([0-9]{1,6}S)?)?");

    private Forms() {}

    static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a date like 2026-12-01, of the years 2000 to 2099");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no date of the calendar", e);
        }
    }

    static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a time of day like 06:15");
        }
        return LocalTime.parse(text);
    }

    static Duration duration(String text) {
        Duration duration = parsed(text);
        if (duration.isZero() || duration.compareTo(FlightDraft.MAX_DURATION) > 0 || duration.toSecondsPart() != 0) {
            throw new IllegalArgumentException("must be whole minutes, one at least and 48 hours at most");
        }
        return duration;
    }

    private static Duration parsed(String text) {
        if (DURATION.matcher(text).matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                // a P or a T with nothing behind it
            }
        }
        throw new IllegalArgumentException("must be a duration like PT3H35M");
    }

    static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return text.equals("true");
    }

    /** Null with every fault noted if there is none, or one that is no day. */
    static @Nullable DaysOfWeek days(@Nullable List<@Nullable String> stated, Faults faults) {
        int most = DayOfWeek.values().length;
        if (stated == null || stated.isEmpty() || stated.size() > most) {
            faults.add("daysOfWeek", "invalid", "must be a list of 1 to " + most + " days");
            return null;
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            DayOfWeek day = faults.required("daysOfWeek[" + i + "]", stated.get(i), Forms::day);
            if (day != null) {
                days.add(day);
            }
        }
        return days.size() == stated.size() ? DaysOfWeek.of(days) : null;
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be a day like MONDAY"));
    }
}
