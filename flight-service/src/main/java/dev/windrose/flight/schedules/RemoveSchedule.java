package dev.windrose.flight.schedules;

import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.flights.FlightRevision;
import dev.windrose.flight.flights.FlightRevisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Ends a schedule: its flights that are yet to depart go with it. Those that have departed, or stay, are flights like any other then. */
@Component
public class RemoveSchedule {
    private final FlightRevisions revisions;
    private final AuditLog audit;
    private final ScheduleStore store;
    private final ScheduleFlights flights;
    private final ScheduleTransactions transactions;
    private final Clock clock;

    RemoveSchedule(
            FlightRevisions revisions,
            AuditLog audit,
            ScheduleStore store,
            ScheduleFlights flights,
            ScheduleTransactions transactions,
            @Qualifier("databaseClock") Clock clock) {
        this.revisions = revisions;
        this.audit = audit;
        this.store = store;
        this.flights = flights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * All or nothing.
     *
     * @throws ScheduleNotFound if there is none
     * @throws ScheduleConflict {@code has_bookings}, naming the flights, unless they are to be kept
     */
    public void remove(long id, BookedFlights bookedFlights) {
        transactions.run(() -> {
            Schedule schedule = store.lock(id).orElseThrow(ScheduleNotFound::new);
            Instant now = clock.instant();
            FlightRevision revision = revisions.begin(false);
            Revising revising = new Revising(revision);
            revision.standing(flights.departingAfter(schedule, now)).forEach(revising::delete);
            revising.requireFree(revising.report(false, LocalDate.ofInstant(now, ZoneOffset.UTC), bookedFlights));
            revision.carryOut();
            store.delete(id);
            audit.record("schedule.deleted", schedule.subject(), schedule.view(), null);
            return id;
        });
    }
}
