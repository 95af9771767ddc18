package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.catalogue.Refusals;
import dev.windrose.flight.catalogue.RowOutcome;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.FlightStore.Change;
import dev.windrose.flight.flights.PlannedFlight.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores many flights at once, in the caller's transaction; a dry run only says what would happen, and remembers it, so that later
 * flights are held against it. One object serves one import, one thread.
 */
public final class LandFlights {
    private final JdbcTemplate jdbc;
    private final FlightStore store;
    private final boolean dryRun;
    private final AirplaneOccupancy imagined = new AirplaneOccupancy();
    private final Set<Long> imaginedChanged = new HashSet<>();

    public LandFlights(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, boolean dryRun) {
        this.jdbc = jdbc;
        this.store = new FlightStore(jdbc, changes, audit);
        this.dryRun = dryRun;
    }

    /** Says of each flight what becomes of it, in order. No two may share their identity. */
    public List<RowOutcome> land(List<FlightDraft> drafts) {
        Chunk chunk = new Chunk(drafts);
        chunk.decide();
        if (dryRun) {
            chunk.created.forEach(imagined::take);
            chunk.changed.forEach(change -> {
                imaginedChanged.add(change.before().id());
                imagined.take(change.plan());
            });
        } else {
            if (!chunk.created.isEmpty()) {
                store.insert(chunk.created, chunk.references);
            }
            if (!chunk.changed.isEmpty()) {
                store.replace(chunk.changed, chunk.references);
            }
        }
        return chunk.outcomes;
    }

    /** The flights of one call. */
    private final class Chunk {
        private final References references;
        private final List<List<FieldFault>> faults = new ArrayList<>();
        private final List<@Nullable PlannedFlight> plans = new ArrayList<>();
        private final List<RowOutcome> outcomes = new ArrayList<>();
        private final List<PlannedFlight> created = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private final AirplaneOccupancy occupancy = new AirplaneOccupancy();

        Chunk(List<FlightDraft> drafts) {
            references = References.lock(jdbc, drafts);
            for (FlightDraft draft : drafts) {
                Faults found = new Faults();
                plans.add(draft.plan(references, found));
                faults.add(found.all());
            }
        }

        void decide() {
            List<PlannedFlight> sound = plans.stream().filter(Objects::nonNull).toList();
            Map<Identity, StoredFlight> existing =
                    store.find(sound.stream().map(PlannedFlight::identity).toList());
            List<PlannedFlight> differing = sound.stream()
                    .filter(plan -> !isStored(plan, existing.get(plan.identity())))
                    .toList();
            Map<Long, StoredFlight> locked = store.lock(differing.stream()
                    .map(plan -> existing.get(plan.identity()))
                    .filter(Objects::nonNull)
                    .map(StoredFlight::id)
                    .toList());
            occupancy.load(jdbc, differing);
            imaginedChanged.forEach(occupancy::forget);
            for (int i = 0; i < plans.size(); i++) {
                PlannedFlight plan = plans.get(i);
                StoredFlight stored = plan == null ? null : existing.get(plan.identity());
                outcomes.add(
                        plan == null
                                ? RowOutcome.refused(faults.get(i))
                                : outcome(plan, stored == null ? null : locked.getOrDefault(stored.id(), stored)));
            }
        }

        private RowOutcome outcome(PlannedFlight plan, @Nullable StoredFlight stored) {
            if (isStored(plan, stored)) {
                return RowOutcome.UNCHANGED;
            }
            if (stored != null && (stored.booked() || stored.status() != FlightStatus.SCHEDULED)) {
                return RowOutcome.refused(
                        List.of(Refusals.inUse("flightNumber", "is a flight with bookings, or past its schedule")));
            }
            long ownId = stored == null ? AirplaneOccupancy.NOT_STORED : stored.id();
            if (occupancy.isBusy(plan, ownId) || imagined.isBusy(plan, AirplaneOccupancy.NOT_STORED)) {
                return RowOutcome.refused(
                        List.of(new FieldFault("airplane", FlightConflict.BUSY, FlightConflict.BUSY_MESSAGE)));
            }
            occupancy.forget(ownId);
            occupancy.take(plan);
            if (stored == null) {
                created.add(plan);
                return RowOutcome.CREATED;
            }
            changed.add(new Change(stored, plan));
            return RowOutcome.UPDATED;
        }

        private static boolean isStored(PlannedFlight plan, @Nullable StoredFlight stored) {
            return stored != null && plan.equals(stored.plan());
        }
    }
}
