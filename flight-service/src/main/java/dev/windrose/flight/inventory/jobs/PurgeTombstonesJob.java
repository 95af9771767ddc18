package dev.windrose.flight.inventory.jobs;

import dev.windrose.flight.inventory.PurgeTombstones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** On every replica. A run that fails is logged and comes again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PurgeTombstonesJob {
    private static final Logger log = LoggerFactory.getLogger(PurgeTombstonesJob.class);

    private final PurgeTombstones tombstones;

    PurgeTombstonesJob(PurgeTombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void run() {
        try {
            tombstones.purge();
        } catch (RuntimeException e) {
            log.warn("the purge of tombstones comes again: {}", e.toString());
        }
    }
}
