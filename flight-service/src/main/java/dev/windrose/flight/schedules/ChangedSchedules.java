package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a change makes of a schedule, and from which day on. */
final class ChangedSchedules {
    private static final String EFFECTIVE_FROM = "effectiveFrom";

    private final ScheduleSettings settings;

    ChangedSchedules(ScheduleSettings settings) {
        this.settings = settings;
    }

    /** The first day of the change, every fault of the dates noted. */
    LocalDate effectiveFrom(Schedule schedule, ScheduleChange change, LocalDate today, Faults faults) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate earliest = schedule.from().isAfter(tomorrow) ? schedule.from() : tomorrow;
        LocalDate from = change.effectiveFrom() == null ? earliest : change.effectiveFrom();
        if (from.isBefore(tomorrow)) {
            faults.add(EFFECTIVE_FROM, "invalid", "must be tomorrow (at the origin) or later");
        } else if (from.isBefore(schedule.from())) {
            faults.add(EFFECTIVE_FROM, "invalid", "must not be before the schedule begins");
        }
        LocalDate end = change.end(schedule.to());
        if (change.to() != null) {
            checkEnd(schedule, change.to(), from, faults);
        } else if (end != null && end.isBefore(from)) {
            faults.add(EFFECTIVE_FROM, "invalid", "must not be after the schedule's end");
        }
        return from;
    }

    private static void checkEnd(Schedule schedule, LocalDate to, LocalDate from, Faults faults) {
        if (to.isBefore(schedule.from())) {
            faults.add("to", "invalid", "must not be before from");
        } else if (to.isBefore(from.minusDays(1))) {
            faults.add("to", "invalid", "must not be earlier than the day before effectiveFrom");
        } else if (ChronoUnit.DAYS.between(from, to) >= ScheduleDraft.MAX_DAYS) {
            faults.add(
                    "to", "out_of_range", "must be at most " + ScheduleDraft.MAX_DAYS + " days from effectiveFrom on");
        }
    }

    /** The schedule as it then is: with an end, all of it generated; without one, at least as far as it was. */
    Schedule after(Schedule schedule, ScheduleChange change, LocalDate from, LocalDate today) {
        LocalDate end = change.end(schedule.to());
        LocalDate until = end == null ? openEnded(schedule, today) : end;
        return schedule.changed(end, until, schedule.periods().changedFrom(from, change::of));
    }

    private LocalDate openEnded(Schedule schedule, LocalDate today) {
        LocalDate horizon = today.plusDays(settings.horizon().toDays());
        @Nullable LocalDate ended = schedule.to();
        return ended == null || horizon.isBefore(schedule.generatedUntil()) ? schedule.generatedUntil() : horizon;
    }
}
