package dev.windrose.flight.schedules.jobs;

import dev.windrose.flight.schedules.GenerateFlights;
import dev.windrose.flight.schedules.ScheduleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** On every replica. A run that fails is logged and comes again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "windrose.schedules.jobs-enabled", matchIfMissing = true)
class ScheduleJobs implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(ScheduleJobs.class);

    private final GenerateFlights generateFlights;
    private final ScheduleSettings settings;

    ScheduleJobs(GenerateFlights generateFlights, ScheduleSettings settings) {
        this.generateFlights = generateFlights;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::generate, settings.interval(), settings.interval()));
    }

    private void generate() {
        try {
            int created = generateFlights.generateDue();
            if (created > 0) {
                log.info("{} flights of open-ended schedules generated", created);
            }
        } catch (RuntimeException e) {
            log.warn("the generation of flights comes again: {}", e.toString());
        }
    }
}
