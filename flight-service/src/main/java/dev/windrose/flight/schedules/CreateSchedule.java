package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.flights.FlightRevision;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import dev.windrose.flight.flights.FlightRevisions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Stores a schedule together with all flights of its season; of an open-ended one, those up to the horizon. */
@Component
public class CreateSchedule {
    private final FlightRevisions revisions;
    private final AuditLog audit;
    private final ScheduleStore store;
    private final ScheduleFlights flights;
    private final ScheduleTransactions transactions;
    private final ScheduleSettings settings;
    private final Clock clock;

    CreateSchedule(
            FlightRevisions revisions,
            AuditLog audit,
            ScheduleStore store,
            ScheduleFlights flights,
            ScheduleTransactions transactions,
            ScheduleSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.revisions = revisions;
        this.audit = audit;
        this.store = store;
        this.flights = flights;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores all or nothing, and returns the schedule's id.
     *
     * @param noted what is wrong with the draft already; 400 with these and those of its references together
     * @throws ScheduleConflict {@code already_exists}, {@code airplane_busy} (by a flight of its own, too), naming the dates
     */
    public long create(ScheduleDraft draft, Faults noted) {
        return transactions.run(() -> {
            Faults faults = new Faults();
            noted.all().forEach(fault -> faults.add(fault.field(), fault.code(), fault.message()));
            FlightRevision revision = revisions.begin(false);
            revision.refer(List.of(draft.flight()), Set.of(), faults);
            ZoneId zone = draft.origin() == null ? null : revision.zone(draft.origin());
            draft.checkDates(zone == null ? null : today(zone), faults);
            faults.throwIfAny();
            return store(draft.schedule(), revision, Objects.requireNonNull(zone));
        });
    }

    private long store(Schedule wanted, FlightRevision revision, ZoneId zone) {
        LocalDate until = wanted.to() == null ? horizon(wanted, zone) : wanted.to();
        for (LocalDate date : wanted.dates(wanted.from(), until)) {
            var terms = wanted.periods().on(date).on(date, wanted.leg(), zone);
            if (terms != null) {
                revision.create(terms);
            }
        }
        List<Obstacle> obstacles = revision.obstacles(true);
        if (!obstacles.isEmpty()) {
            throw ScheduleConflict.of(obstacles);
        }
        List<Long> created = revision.carryOut();
        Schedule stored = store.insert(wanted.generated(until, created.size()));
        flights.link(stored.id(), created);
        audit.record("schedule.created", stored.subject(), null, stored.view());
        return stored.id();
    }

    private LocalDate horizon(Schedule schedule, ZoneId zone) {
        LocalDate last = today(zone).plusDays(settings.horizon().toDays());
        LocalDate none = schedule.from().minusDays(1);
        return last.isBefore(none) ? none : last;
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
