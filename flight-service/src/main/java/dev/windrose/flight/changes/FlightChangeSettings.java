package dev.windrose.flight.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log of changes is followed.
 *
 * @param gapMemory for how long a missing number is looked for: longer than any transaction lasts
 * @param keep for how long rows stay; a replica that was away for half of it reads everything again
 */
@ConfigurationProperties("windrose.flight-changes")
public record FlightChangeSettings(
        @DefaultValue("PT10M") Duration gapMemory,
        @DefaultValue("PT1H") Duration keep) {
    public FlightChangeSettings {
        if (keep.compareTo(gapMemory.multipliedBy(4)) < 0) {
            throw new IllegalArgumentException("windrose.flight-changes.keep must be at least four times gap-memory");
        }
    }
}
