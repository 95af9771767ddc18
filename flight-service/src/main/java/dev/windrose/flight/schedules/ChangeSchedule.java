package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.flights.FlightRevision;
import dev.windrose.flight.flights.FlightRevisions;
import dev.windrose.flight.flights.FlightTerms;
import dev.windrose.flight.flights.StandingFlight;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Changes a schedule and its flights from a day on: a day that it no longer flies loses its flight, a day that it newly flies gets one,
 * and every other flight of it takes on what changes, and only that.
 */
@Component
public class ChangeSchedule {
    private final FlightRevisions revisions;
    private final AuditLog audit;
    private final ScheduleStore store;
    private final ScheduleFlights flights;
    private final ScheduleProblems problems;
    private final ScheduleTransactions transactions;
    private final ChangedSchedules changed;
    private final Clock clock;

    ChangeSchedule(
            FlightRevisions revisions,
            AuditLog audit,
            ScheduleStore store,
            ScheduleFlights flights,
            ScheduleProblems problems,
            ScheduleTransactions transactions,
            ScheduleSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.revisions = revisions;
        this.audit = audit;
        this.store = store;
        this.flights = flights;
        this.problems = problems;
        this.transactions = transactions;
        this.changed = new ChangedSchedules(settings);
        this.clock = clock;
    }

    /**
     * Does all of it or nothing and says what it did; a dry run locks no flight, changes nothing, and says what would be done.
     *
     * @param noted what is wrong with the change already
     * @param expected what the request repeats of the schedule's fixed parts; 400 {@code immutable} where it differs
     * @throws ScheduleNotFound if there is none
     * @throws ScheduleConflict unless dry: {@code has_bookings}, {@code already_exists}, {@code airplane_busy}, {@code cabin_missing}
     */
    public RevisionReport change(long id, ScheduleChange change, FixedParts expected, boolean dryRun, Faults noted) {
        return transactions.run(() -> {
            Schedule before = (dryRun ? store.find(id) : store.lock(id)).orElseThrow(ScheduleNotFound::new);
            Faults faults = new Faults();
            noted.all().forEach(fault -> faults.add(fault.field(), fault.code(), fault.message()));
            expected.compare(before, faults);
            ZoneId zone = store.zone(before.leg().origin());
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            LocalDate from = changed.effectiveFrom(before, change, today, faults);
            Schedule after = changed.after(before, change, from, today);
            FlightRevision revision = revisions.begin(dryRun);
            List<Long> linked = flights.from(before, from);
            revision.refer(
                    after.periods().from(from).stream()
                            .map(terms -> terms.draft(after.leg()))
                            .toList(),
                    flights.airplanes(linked),
                    faults);
            faults.throwIfAny();
            Revising revising = new Revising(revision);
            List<StandingFlight> standing = revision.standing(linked);
            tellFlights(standing, before, after, change, revising, zone);
            tellNewDays(standing, before, after, from, revising, zone);
            RevisionReport report = revising.report(dryRun, from, change.bookedFlights());
            if (!dryRun) {
                revising.requireFree(report);
                carryOut(revision, before, after, from);
            }
            return report;
        });
    }

    private static void tellFlights(
            List<StandingFlight> standing,
            Schedule before,
            Schedule after,
            ScheduleChange change,
            Revising revising,
            ZoneId zone) {
        for (StandingFlight flight : standing) {
            LocalDate date = flight.date();
            FlightTerms fresh = after.flies(date) ? after.periods().on(date).on(date, after.leg(), zone) : null;
            if (fresh != null) {
                revising.change(flight, before.flies(date) ? change.of(flight, zone) : fresh);
            } else if (before.flies(date)) {
                revising.delete(flight);
            }
        }
    }

    private static void tellNewDays(
            List<StandingFlight> standing,
            Schedule before,
            Schedule after,
            LocalDate from,
            Revising revising,
            ZoneId zone) {
        Set<LocalDate> there = new HashSet<>();
        standing.forEach(flight -> there.add(flight.date()));
        for (LocalDate date : after.dates(from, after.generatedUntil())) {
            boolean flown = before.flies(date) && !date.isAfter(before.generatedUntil());
            FlightTerms terms = after.periods().on(date).on(date, after.leg(), zone);
            if (!flown && !there.contains(date) && terms != null) {
                revising.create(terms);
            }
        }
    }

    private void carryOut(FlightRevision revision, Schedule before, Schedule after, LocalDate from) {
        List<Long> created = revision.carryOut();
        Schedule done = after.generated(after.generatedUntil(), created.size());
        store.update(done);
        if (!after.periods().equals(before.periods())) {
            store.replacePeriods(after);
        }
        flights.link(after.id(), created);
        problems.forget(
                after.id(),
                problems.dates(after.id(), from).stream()
                        .filter(date -> !after.flies(date))
                        .toList());
        if (!done.equals(before)) {
            audit.record("schedule.changed", done.subject(), before.view(), done.view());
        }
    }
}
