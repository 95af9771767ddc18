package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts a flight on the timetable. */
@Component
public class ScheduleFlight {
    private final JdbcTemplate jdbc;
    private final FlightStore store;
    private final TransactionOperations transactions;

    ScheduleFlight(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.store = new FlightStore(jdbc, changes, audit);
        this.transactions = transactions;
    }

    /**
     * Stores the flight and returns its id.
     *
     * @param faults what is wrong with the draft already; 400 with these and those of its references together
     * @throws FlightConflict {@code already_exists}, {@code airplane_busy}
     */
    public long schedule(FlightDraft draft, Faults faults) {
        try {
            return transactions.execute(status -> {
                References references = References.lock(jdbc, List.of(draft));
                PlannedFlight plan = draft.plan(references, faults);
                if (plan == null) {
                    throw new ValidationFailed(faults.all());
                }
                if (!store.find(List.of(plan.identity())).isEmpty()) {
                    throw FlightConflict.alreadyExists();
                }
                AirplaneOccupancy occupancy = new AirplaneOccupancy();
                occupancy.load(jdbc, List.of(plan));
                if (occupancy.isBusy(plan, AirplaneOccupancy.NOT_STORED)) {
                    throw FlightConflict.airplaneBusy();
                }
                return store.insert(List.of(plan), references).get(0);
            });
        } catch (DuplicateKeyException e) {
            throw FlightConflict.alreadyExists();
        }
    }
}
