package dev.windrose.flight.schedules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** How it is flown in the course of time: each period goes on until the next one begins, the last one without end. */
record Periods(List<Period> all) {

    /** @param from its first day */
    record Period(LocalDate from, ScheduleTerms terms) {}

    Periods {
        all = all.stream().sorted(Comparator.comparing(Period::from)).toList();
    }

    static Periods of(LocalDate from, ScheduleTerms terms) {
        return new Periods(List.of(new Period(from, terms)));
    }

    /** The terms of that day; before the first period, those of the first. */
    ScheduleTerms on(LocalDate date) {
        return all.stream()
                .filter(period -> !period.from.isAfter(date))
                .reduce((earlier, later) -> later)
                .orElse(all.get(0))
                .terms;
    }

    ScheduleTerms last() {
        return all.get(all.size() - 1).terms;
    }

    /** The different terms that hold from that date on. */
    List<ScheduleTerms> from(LocalDate date) {
        List<ScheduleTerms> terms = new ArrayList<>(List.of(on(date)));
        all.stream().filter(period -> period.from.isAfter(date)).forEach(period -> terms.add(period.terms));
        return terms.stream().distinct().toList();
    }

    /** The same up to that date; from it on, whatever holds is changed. */
    Periods changedFrom(LocalDate date, UnaryOperator<ScheduleTerms> change) {
        List<Period> periods = new ArrayList<>();
        all.stream().filter(period -> period.from.isBefore(date)).forEach(periods::add);
        periods.add(new Period(date, change.apply(on(date))));
        all.stream()
                .filter(period -> period.from.isAfter(date))
                .forEach(period -> periods.add(new Period(period.from, change.apply(period.terms))));
        return new Periods(withoutRepeats(periods));
    }

    private static List<Period> withoutRepeats(List<Period> periods) {
        List<Period> different = new ArrayList<>();
        for (Period period : periods) {
            if (different.isEmpty()
                    || !different.get(different.size() - 1).terms.equals(period.terms)) {
                different.add(period);
            }
        }
        return different;
    }
}
