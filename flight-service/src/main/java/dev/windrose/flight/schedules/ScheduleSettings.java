package dev.windrose.flight.schedules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far ahead open-ended schedules have their flights.
 *
 * @param horizon 1 to 400 whole days from today (at the origin) on
 * @param interval how often it is looked whether there are days to generate
 */
@ConfigurationProperties("windrose.schedules")
public record ScheduleSettings(
        @DefaultValue("P360D") Duration horizon,
        @DefaultValue("PT10M") Duration interval) {
    public ScheduleSettings {
        if (horizon.toDays() < 1
                || horizon.toDays() > ScheduleDraft.MAX_DAYS
                || !horizon.equals(Duration.ofDays(horizon.toDays()))) {
            throw new IllegalArgumentException("windrose.schedules.horizon must be 1 to 400 whole days, like P360D");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("windrose.schedules.interval must be positive");
        }
    }
}
