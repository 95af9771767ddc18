package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.FlightServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** A service that answers has its timetable. */
class TimetableFillTest extends FlightServiceTest {
    @Autowired
    private TimetableFollower follower;

    @Autowired
    @Qualifier("webServerStartStop")
    private SmartLifecycle webServer;

    @Test
    void thePortOpensAfterTheTimetableIsFilledAndClosesBeforeItStops() {
        assertThat(follower.isAutoStartup()).isTrue();
        assertThat(follower.getPhase()).isLessThan(webServer.getPhase());
    }
}
