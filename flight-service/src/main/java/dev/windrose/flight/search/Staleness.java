package dev.windrose.flight.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the read model still follows the tables. While it can't, searches are answered from what was known, and say since when. */
@Component
public class Staleness {
    private static final Logger log = LoggerFactory.getLogger(Staleness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Instant lastFresh;
    private volatile boolean lost;

    Staleness(Clock clock) {
        this.clock = clock;
        this.lastFresh = clock.instant();
    }

    /** The instant, UTC in whole seconds, up to which the tables are known; null while they are followed. */
    public @Nullable Instant since() {
        return lost && lastFresh.plus(PATIENCE).isBefore(clock.instant())
                ? lastFresh.truncatedTo(ChronoUnit.SECONDS)
                : null;
    }

    void followed() {
        lastFresh = clock.instant();
        if (lost) {
            lost = false;
            log.info("the timetable follows the tables again");
        }
    }

    void failed(RuntimeException e) {
        if (!lost) {
            lost = true;
            log.warn("the timetable can't follow the tables, searches go on with what it has: {}", e.toString());
        }
    }
}
