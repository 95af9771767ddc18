package dev.windrose.flight.schedules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** On which days of the week there is a flight: one at least, each once, Monday first. */
public record DaysOfWeek(@JsonValue List<DayOfWeek> days) {

    public DaysOfWeek {
        days = days.stream().distinct().sorted().toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("must have at least one day");
        }
    }

    public static DaysOfWeek of(Collection<DayOfWeek> days) {
        return new DaysOfWeek(List.copyOf(days));
    }

    boolean contains(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    /** As timetables write them, {@code 135} for Monday, Wednesday and Friday (IATA SSIM, days of operation). */
    String digits() {
        return days.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }

    static DaysOfWeek ofDigits(String digits) {
        return new DaysOfWeek(
                digits.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).toList());
    }
}
