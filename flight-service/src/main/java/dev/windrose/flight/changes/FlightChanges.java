package dev.windrose.flight.changes;

import java.util.Set;

/**
 * What one look at the log found.
 *
 * @param flights whose rows are to be read again
 * @param catalogue whether names or zones changed
 * @param missed the log can't say what changed since the last look: read everything again
 */
public record FlightChanges(Set<Long> flights, boolean catalogue, boolean missed) {
    static FlightChanges allMissed() {
        return new FlightChanges(Set.of(), true, true);
    }
}
