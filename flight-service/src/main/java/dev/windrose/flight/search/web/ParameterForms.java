package dev.windrose.flight.search.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The forms of search's parameters. Each throws {@link IllegalArgumentException}, saying what the form is, for a text that hasn't it. */
final class ParameterForms {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern RATING = Pattern.compile("[1-4](\\.[0-9]{1,2})?|5(\\.0{1,2})?");
    private static final Pattern AIRLINES = Pattern.compile("[A-Z0-9]{2}(,[A-Z0-9]{2}){0,99}");
    private static final Duration LONGEST = Duration.ofDays(365);

    private ParameterForms() {}

    static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a day of the calendar like 2026-12-01", e);
        }
        throw new IllegalArgumentException("must be a date like 2026-12-01");
    }

    static YearMonth month(String text) {
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a month of the calendar like 2026-12", e);
        }
        throw new IllegalArgumentException("must be a month like 2026-12");
    }

    static Integer number(String text, int least, int most) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
    }

    static BigDecimal price(String text) {
        if (!PRICE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a decimal number like 129.50, not negative");
        }
        return new BigDecimal(text);
    }

    static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration like PT6H", e);
        }
        throw new IllegalArgumentException("must be longer than nothing, and at most 365 days");
    }

    static List<String> airlines(String text) {
        if (!AIRLINES.matcher(text).matches()) {
            throw new IllegalArgumentException("must be airline codes with commas between, like AS,DL");
        }
        return Arrays.stream(text.split(",")).distinct().toList();
    }

    static BigDecimal rating(String text) {
        if (!RATING.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a number from 1 to 5");
        }
        return new BigDecimal(text);
    }

    static Boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("must be true or false");
    }
}
