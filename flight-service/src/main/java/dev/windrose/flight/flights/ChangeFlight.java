package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.FlightStore.Change;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes anything of a flight that nobody has booked. */
@Component
public class ChangeFlight {
    private final JdbcTemplate jdbc;
    private final FlightStore store;
    private final TransactionOperations transactions;

    ChangeFlight(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.store = new FlightStore(jdbc, changes, audit);
        this.transactions = transactions;
    }

    /**
     * Replaces the flight by what {@code merge} makes of its terms; its fares count as changed where they differ.
     *
     * @throws FlightNotFound if there is none
     * @throws FlightConflict {@code has_bookings}, {@code illegal_transition}, {@code already_exists}, {@code airplane_busy}
     */
    public void change(long id, BiFunction<FlightTerms, Faults, FlightDraft> merge) {
        try {
            transactions.executeWithoutResult(status -> changeLocked(id, merge));
        } catch (DuplicateKeyException e) {
            throw FlightConflict.alreadyExists();
        } catch (DataIntegrityViolationException e) {
            throw FlightConflict.hasBookings();
        }
    }

    private void changeLocked(long id, BiFunction<FlightTerms, Faults, FlightDraft> merge) {
        StoredFlight seen = store.find(id).orElseThrow(FlightNotFound::new);
        Faults faults = new Faults();
        FlightDraft draft = merge.apply(FlightTerms.of(seen.plan()), faults);
        References references = References.lock(jdbc, List.of(draft));
        PlannedFlight plan = draft.plan(references, faults);
        if (plan == null) {
            throw new ValidationFailed(faults.all());
        }
        StoredFlight flight = store.lock(List.of(id)).get(id);
        if (flight == null || !flight.plan().equals(seen.plan())) {
            throw Problems.unavailable();
        }
        if (!plan.equals(flight.plan())) {
            refuseIfNotFree(flight, plan);
            store.replace(List.of(new Change(flight, plan)), references);
        }
    }

    private void refuseIfNotFree(StoredFlight flight, PlannedFlight plan) {
        if (flight.booked()) {
            throw FlightConflict.hasBookings();
        }
        if (flight.status() != FlightStatus.SCHEDULED) {
            throw FlightConflict.notScheduled(flight.status());
        }
        AirplaneOccupancy occupancy = new AirplaneOccupancy();
        occupancy.load(jdbc, List.of(plan));
        if (occupancy.isBusy(plan, flight.id())) {
            throw FlightConflict.airplaneBusy();
        }
    }
}
