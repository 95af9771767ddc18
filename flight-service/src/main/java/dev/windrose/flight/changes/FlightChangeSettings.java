package dev.windrose.flight.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log of changes is followed.
 *
 * @param gapMemory for how long a missing number is looked for: longer than any transaction lasts
 * @param memory for how long it can be told what was offered at a point in the log: longer than cursors of search live
 * @param keep for how long rows stay; a replica that was away for half of it reads everything again
 */
@ConfigurationProperties("windrose.flight-changes")
public record FlightChangeSettings(
        @DefaultValue("PT10M") Duration gapMemory,
        @DefaultValue("PT35M") Duration memory,
        @DefaultValue("PT90M") Duration keep) {
    public FlightChangeSettings {
        if (memory.compareTo(gapMemory) < 0 || keep.compareTo(memory.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "windrose.flight-changes: memory must be at least gap-memory, and keep at least twice memory");
        }
    }
}
