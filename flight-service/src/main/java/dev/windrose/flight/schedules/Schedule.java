package dev.windrose.flight.schedules;

import dev.windrose.flight.audit.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flight number flown by the week. Dates are local at the origin.
 *
 * @param to the last day; null: open-ended
 * @param generatedUntil days up to this one have their flights, or a problem; the day before {@code from}: none has
 * @param flightsCreated in all, those included that were removed since
 */
record Schedule(
        long id,
        Leg leg,
        LocalDate from,
        @Nullable LocalDate to,
        LocalDate generatedUntil,
        int flightsCreated,
        Periods periods) {

    /** Whether there is to be a flight on that date. */
    boolean flies(LocalDate date) {
        return !date.isBefore(from)
                && (to == null || !date.isAfter(to))
                && periods.on(date).days().contains(date);
    }

    /** The dates with a flight from one day to another, both included. */
    List<LocalDate> dates(LocalDate first, LocalDate last) {
        return last.isBefore(first)
                ? List.of()
                : Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                        .filter(this::flies)
                        .toList();
    }

    Schedule stored(long newId) {
        return new Schedule(newId, leg, from, to, generatedUntil, flightsCreated, periods);
    }

    Subject subject() {
        return new Subject("schedule", Long.toString(id));
    }

    /** As it is shown, its problems apart. */
    ScheduleView view() {
        return ScheduleView.of(this, List.of());
    }

    Schedule generated(LocalDate until, int moreFlights) {
        return new Schedule(id, leg, from, to, until, flightsCreated + moreFlights, periods);
    }

    Schedule changed(@Nullable LocalDate end, LocalDate until, Periods changed) {
        return new Schedule(id, leg, from, end, until, flightsCreated, changed);
    }
}
