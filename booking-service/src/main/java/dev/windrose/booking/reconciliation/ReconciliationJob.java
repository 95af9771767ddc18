package dev.windrose.booking.reconciliation;

import dev.windrose.booking.booking.BookingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Reconciles by the clock, for the metric. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "windrose.booking.jobs-enabled", matchIfMissing = true)
class ReconciliationJob implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(ReconciliationJob.class);

    private final Reconcile reconcile;
    private final BookingSettings settings;

    ReconciliationJob(Reconcile reconcile, BookingSettings settings) {
        this.reconcile = reconcile;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                new FixedDelayTask(this::run, settings.reconcileInterval(), settings.reconcileInterval()));
    }

    private void run() {
        try {
            reconcile.reconcile();
        } catch (RuntimeException e) {
            log.warn("reconciliation comes again: {}", e.toString());
        }
    }
}
