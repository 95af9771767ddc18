package dev.windrose.defaults.messaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/** A running consumer of one queue. The service is ready without a broker; consuming begins when there is one, and again when it is back. */
public final class EventConsumer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration LOOK_AT_DELAYS_EVERY = Duration.ofMillis(500);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final SimpleMessageListenerContainer container;
    private final Intake intake;
    private final DelayedReturns delayed;
    private final Inbox inbox;
    private ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor();

    EventConsumer(SimpleMessageListenerContainer container, Intake intake, DelayedReturns delayed, Inbox inbox) {
        this.container = container;
        this.intake = intake;
        this.delayed = delayed;
        this.inbox = inbox;
    }

    @Override
    public void start() {
        intake.stopping(false);
        container.start();
        housekeeping.shutdown();
        housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "event-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        every(LOOK_AT_DELAYS_EVERY, delayed::returnDue);
        every(PURGE_EVERY, inbox::purge);
    }

    private void every(Duration period, Runnable task) {
        var unused = housekeeping.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        // the broker or the database is lost, which is told elsewhere; the next round does it
                        log.debug("put off", e);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        intake.stopping(true);
        housekeeping.shutdownNow();
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** On the way down after the web server, before the outbox relay: what the last events cause still goes out. */
    @Override
    public int getPhase() {
        return 100;
    }
}
