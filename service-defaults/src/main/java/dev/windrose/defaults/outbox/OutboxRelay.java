package dev.windrose.defaults.outbox;

import dev.windrose.defaults.outbox.EventPublisher.Outcome;
import dev.windrose.defaults.outbox.EventPublisher.Published;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what the outbox holds, and marks only what a queue has certainly taken. Woken by a commit, and by itself every so often for what
 * other replicas or a crash left. Whatever fails is tried again for ever: nothing is lost, though a crash between publishing and marking
 * publishes twice.
 */
public final class OutboxRelay implements SmartLifecycle {
    public static final String EXCHANGE = "windrose.events";
    private static final String UNREACHABLE = "the broker can't be reached";
    private static final String UNREADABLE = "the outbox can't be read or marked";
    private static final int BATCH = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    private final OutboxStore store;
    private final EventPublisher publisher;
    private final RelayLog log = new RelayLog();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean running;
    private int failuresInARow;
    private long purgedAt = System.nanoTime();
    private Thread worker = new Thread(this::work, "outbox-relay");

    OutboxRelay(OutboxStore store, EventPublisher publisher, MeterRegistry metrics) {
        this.store = store;
        this.publisher = publisher;
        Gauge.builder("windrose.outbox.waiting", waiting, AtomicLong::get)
                .description("events not yet published")
                .register(metrics);
    }

    /** Look at once: something was committed. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    private void work() {
        while (running) {
            try {
                round();
                failuresInARow = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failuresInARow++;
                log.heldUp(UNREADABLE, String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    private void round() throws InterruptedException {
        wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        while (running && publishBatch()) {
            wake.drainPermits();
        }
        housekeeping();
        log.over(UNREADABLE);
    }

    /** Publishes one batch; true if there may be more to do at once. */
    private boolean publishBatch() throws InterruptedException {
        List<OutboxStore.Stored> claimed = store.claim(BATCH);
        if (claimed.isEmpty()) {
            return false;
        }
        List<Published> outcomes;
        try {
            outcomes = publisher.publish(claimed);
        } catch (AmqpException e) {
            store.release(claimed);
            failuresInARow++;
            log.heldUp(UNREACHABLE, String.valueOf(e.getMessage()));
            pause();
            return true;
        }
        failuresInARow = 0;
        log.over(UNREACHABLE);
        return settle(claimed, outcomes);
    }

    private boolean settle(List<OutboxStore.Stored> claimed, List<Published> outcomes) {
        // the published ones first: should the database fail now, only these would be published twice
        store.published(events(outcomes, Outcome.PUBLISHED));
        store.release(claimed.subList(outcomes.size(), claimed.size()));
        for (Outcome failed : List.of(Outcome.UNROUTABLE, Outcome.UNCONFIRMED)) {
            for (OutboxStore.Stored event : events(outcomes, failed)) {
                store.failed(event);
                log.heldUp(event.type() + " is " + failed, event.eventId());
            }
        }
        List<OutboxStore.Stored> published = events(outcomes, Outcome.PUBLISHED);
        published.stream().map(OutboxStore.Stored::type).distinct().forEach(type -> {
            log.over(type + " is " + Outcome.UNROUTABLE);
            log.over(type + " is " + Outcome.UNCONFIRMED);
        });
        return !published.isEmpty();
    }

    private static List<OutboxStore.Stored> events(List<Published> outcomes, Outcome outcome) {
        return outcomes.stream()
                .filter(one -> one.outcome() == outcome)
                .map(Published::event)
                .toList();
    }

    private void housekeeping() {
        waiting.set(store.waiting());
        if (System.nanoTime() - purgedAt > PURGE_EVERY.toNanos()) {
            store.purge();
            purgedAt = System.nanoTime();
        }
    }

    /** Half a second at first, then longer; a wake-up by a commit doesn't cut it short, or a busy service would hammer a dead broker. */
    private void pause() {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), LOOK_EVERY.toMillis() << Math.min(failuresInARow - 1, 4));
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        try {
            while (running && System.nanoTime() < until) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        worker = new Thread(this::work, "outbox-relay");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            worker.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server on the way up and after it on the way down: what the last requests stored still goes out. */
    @Override
    public int getPhase() {
        return 0;
    }
}
