package dev.windrose.defaults.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what holds events up when it begins, once a minute while it lasts, and when it is over: an outage must not fill a disk. */
final class RelayLog {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Map<String, Long> saidAt = new HashMap<>();

    /** @param obstacle in words that are the same as long as it is the same obstacle */
    void heldUp(String obstacle, String detail) {
        long now = System.nanoTime();
        Long before = saidAt.get(obstacle);
        if (before == null || now - before > AGAIN_AFTER.toNanos()) {
            saidAt.put(obstacle, now);
            log.warn("events wait in the outbox: {} ({})", obstacle, detail);
        }
    }

    /** A batch went out: whatever held events up is told anew if it comes again. */
    void over(String obstacle) {
        if (saidAt.remove(obstacle) != null) {
            log.info("events go out again; it was: {}", obstacle);
        }
    }
}
