package dev.windrose.flight.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read model is kept.
 *
 * @param poll how often the log of changes is looked at
 * @param tidy how often departed flights leave the model, the routes are read anew and the log is purged
 */
@ConfigurationProperties("windrose.timetable")
record TimetableSettings(
        @DefaultValue("PT0.2S") Duration poll,
        @DefaultValue("PT5M") Duration tidy) {}
