package dev.windrose.flight.flights;

import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Begins revisions of many flights. */
@Component
public class FlightRevisions {
    private final JdbcTemplate jdbc;
    private final FlightChangeLog changes;
    private final AuditLog audit;

    public FlightRevisions(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.audit = audit;
    }

    /** One for the transaction at hand. @param dryRun locks no flight and only says what would be */
    public FlightRevision begin(boolean dryRun) {
        return new FlightRevision(jdbc, new FlightStore(jdbc, changes, audit), dryRun);
    }
}
