package dev.windrose.defaults.lifecycle;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * First step of a shutdown: not ready any more, but still serving for a while, so that load balancers stop sending before the door
 * closes. The web server's graceful shutdown follows.
 */
public final class DrainBeforeStop implements SmartLifecycle {
    private final ApplicationContext context;
    private final Duration stillServing;
    private volatile boolean running;

    public DrainBeforeStop(ApplicationContext context, Duration stillServing) {
        this.context = context;
        this.stillServing = stillServing;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(stillServing.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
