package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.FlightStore.Change;
import dev.windrose.flight.flights.OperatedFlight.State;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes anything of a flight that nobody has booked, and of one that is booked or delayed the airplane. */
@Component
public class ChangeFlight {
    private static final int ATTEMPTS = 3;

    private final JdbcTemplate jdbc;
    private final FlightStore store;
    private final TransactionOperations transactions;
    private final OperatedFlights flights;
    private final ChangeAirplane changeAirplane;
    private final FlightEvents events;

    ChangeFlight(
            JdbcTemplate jdbc,
            FlightChangeLog changes,
            AuditLog audit,
            TransactionOperations transactions,
            OperatedFlights flights,
            ChangeAirplane changeAirplane,
            FlightEvents events) {
        this.jdbc = jdbc;
        this.store = new FlightStore(jdbc, changes, audit);
        this.transactions = transactions;
        this.flights = flights;
        this.changeAirplane = changeAirplane;
        this.events = events;
    }

    /**
     * Replaces the flight by what {@code merge} makes of its terms; its fares count as changed where they differ.
     *
     * @throws FlightNotFound if there is none
     * @throws FlightConflict {@code has_bookings}, {@code illegal_transition}, {@code already_exists}, {@code airplane_busy}, {@code
     *     insufficient_seats}
     */
    public void change(long id, BiFunction<FlightTerms, Faults, FlightDraft> merge) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (Boolean.TRUE.equals(transactions.execute(status -> changeLocked(id, merge)))) {
                    return;
                }
            }
            throw Problems.unavailable();
        } catch (DuplicateKeyException e) {
            throw FlightConflict.alreadyExists();
        } catch (DataIntegrityViolationException e) {
            throw FlightConflict.hasBookings();
        }
    }

    /** False if somebody else changed the flight between the look at it and its lock. */
    private boolean changeLocked(long id, BiFunction<FlightTerms, Faults, FlightDraft> merge) {
        StoredFlight seen = store.find(id).orElseThrow(FlightNotFound::new);
        Faults faults = new Faults();
        FlightDraft draft = merge.apply(FlightTerms.of(seen.plan()), faults);
        FlightDraft otherwise = draft.with(seen.plan().airplane());
        References references = References.lock(jdbc, List.of(draft, otherwise));
        StoredFlight flight = store.lock(List.of(id)).get(id);
        if (flight == null || !flight.plan().equals(seen.plan())) {
            return false;
        }
        boolean onlyAirplane = !draft.equals(otherwise)
                && faults.isEmpty()
                && flight.plan().equals(otherwise.plan(references, new Faults()));
        if (onlyAirplane && !flight.isUntouched()) {
            changeAirplane(flight, draft, references);
        } else {
            changeTerms(flight, draft, references, faults);
        }
        return true;
    }

    private void changeAirplane(StoredFlight flight, FlightDraft draft, References references) {
        Faults faults = new Faults();
        Registration airplane = draft.knownAirplane(references, faults);
        if (airplane == null) {
            throw new ValidationFailed(faults.all());
        }
        State now = flights.read(flight.id()).state();
        if (now.status().isAhead()) {
            refuseIfBusy(flight.plan().with(airplane, now.departureTime(), now.arrivalTime()), flight.id());
        }
        changeAirplane.change(flight.id(), airplane.value());
    }

    private void changeTerms(StoredFlight flight, FlightDraft draft, References references, Faults faults) {
        PlannedFlight plan = draft.plan(references, faults);
        if (plan == null) {
            throw new ValidationFailed(faults.all());
        }
        if (plan.equals(flight.plan())) {
            return;
        }
        if (flight.booked()) {
            throw FlightConflict.hasBookings();
        }
        if (flight.status() != FlightStatus.SCHEDULED) {
            throw FlightConflict.notScheduled(flight.status());
        }
        refuseIfBusy(plan, flight.id());
        OperatedFlight before = flights.read(flight.id());
        store.replace(List.of(new Change(flight, plan)), references);
        tell(flight.plan(), before, plan);
    }

    private void tell(PlannedFlight old, OperatedFlight before, PlannedFlight plan) {
        OperatedFlight after = flights.read(before.id());
        if (!plan.airplane().equals(old.airplane())) {
            events.airplaneChanged(before, after, List.of(), Map.of());
        }
        for (Fare fare : plan.fares()) {
            old.fares().stream()
                    .filter(was -> was.cabin() == fare.cabin() && !was.equals(fare))
                    .forEach(was -> events.fareChanged(after, was, fare));
        }
    }

    private void refuseIfBusy(PlannedFlight plan, long id) {
        AirplaneOccupancy occupancy = new AirplaneOccupancy();
        occupancy.load(jdbc, List.of(plan));
        if (occupancy.isBusy(plan, id)) {
            throw FlightConflict.airplaneBusy();
        }
    }
}
