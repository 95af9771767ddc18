package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores many entries of one kind at once, in the caller's transaction: new ones are created, others updated. */
public final class LandEntries<T> {
    private final CatalogueTable<T> table;
    private final FlightChangeLog changes;
    private final AuditLog audit;

    private LandEntries(CatalogueTable<T> table, FlightChangeLog changes, AuditLog audit) {
        this.table = table;
        this.changes = changes;
        this.audit = audit;
    }

    public static LandEntries<City> cities(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        return new LandEntries<>(new CityTable(jdbc), changes, audit);
    }

    public static LandEntries<Airport> airports(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        return new LandEntries<>(new AirportTable(jdbc), changes, audit);
    }

    public static LandEntries<Airline> airlines(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        return new LandEntries<>(new AirlineTable(jdbc), changes, audit);
    }

    public static LandEntries<Airplane> airplanes(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        return new LandEntries<>(new AirplaneTable(jdbc), changes, audit);
    }

    /** What names the entry: no two of one call may share it. */
    public String keyOf(T entry) {
        return table.keyOf(entry);
    }

    /** Says of each entry what becomes of it, and does so unless {@code dryRun}. */
    public List<RowOutcome> land(List<T> entries, boolean dryRun) {
        Map<String, T> existing =
                table.lock(entries.stream().map(table::keyOf).sorted().toList());
        Map<String, FieldFault> refusals = table.refusals(entries, existing);
        List<RowOutcome> outcomes = new ArrayList<>();
        List<T> created = new ArrayList<>();
        List<T> updated = new ArrayList<>();
        for (T entry : entries) {
            T before = existing.get(table.keyOf(entry));
            FieldFault refusal = refusals.get(table.keyOf(entry));
            if (entry.equals(before)) {
                outcomes.add(RowOutcome.UNCHANGED);
            } else if (refusal != null) {
                outcomes.add(RowOutcome.refused(List.of(refusal)));
            } else {
                (before == null ? created : updated).add(entry);
                outcomes.add(before == null ? RowOutcome.CREATED : RowOutcome.UPDATED);
            }
        }
        if (!dryRun) {
            store(created, updated, existing);
        }
        return outcomes;
    }

    private void store(List<T> created, List<T> updated, Map<String, T> existing) {
        if (!created.isEmpty()) {
            table.insert(created);
        }
        if (!updated.isEmpty()) {
            table.update(updated, existing);
        }
        if (!created.isEmpty() || !updated.isEmpty()) {
            changes.catalogueChanged();
            audit.record(table.auditsOf(created, existing));
            audit.record(table.auditsOf(updated, existing));
        }
    }
}
