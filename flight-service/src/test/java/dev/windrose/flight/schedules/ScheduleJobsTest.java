package dev.windrose.flight.schedules;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The clock by which open-ended schedules are kept going. */
class ScheduleJobsTest extends KeptGoingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void eachDayBringsOneMoreByItself() {
        openEnded(number, airplane, "JLO", "2031-03-26");
        try (AnnotationConfigApplicationContext jobs = new AnnotationConfigApplicationContext()) {
            jobs.registerBean(GenerateFlights.class, this::replica);
            jobs.registerBean(
                    ScheduleSettings.class, () -> new ScheduleSettings(Duration.ofDays(10), Duration.ofMillis(50)));
            jobs.scan("dev.windrose.flight.schedules.jobs");
            jobs.refresh();

            clock.advance(Duration.ofDays(3));
            await().atMost(SOON).until(() -> dates(number).size() == 13);
            clock.advance(Duration.ofDays(1));
            await().atMost(SOON).until(() -> dates(number).size() == 14);
        }
    }
}
