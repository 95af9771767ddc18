package dev.windrose.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Publishes what the outbox holds: persistent, mandatory, and marked only after the broker's ack with no return. Woken by a commit, and
 * by itself every so often for what other replicas or a crash left.
 */
public final class OutboxRelay implements SmartLifecycle {
    public static final String EXCHANGE = "windrose.events";
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final OutboxStore store;
    private final RabbitTemplate rabbit;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean running;
    private long purgedAt = System.nanoTime();
    private Thread worker = new Thread(this::work, "outbox-relay");

    OutboxRelay(OutboxStore store, RabbitTemplate rabbit, MeterRegistry metrics) {
        this.store = store;
        this.rabbit = rabbit;
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
                wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                while (running && publishBatch()) {
                    wake.drainPermits();
                }
                housekeeping();
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("the outbox can't be read, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    /** Publishes one batch; true if there may be more to do at once. */
    private boolean publishBatch() throws InterruptedException {
        List<OutboxStore.Stored> claimed = store.claim(BATCH);
        List<Sent> sent = new ArrayList<>();
        for (OutboxStore.Stored event : claimed) {
            sent.add(send(event));
        }
        List<OutboxStore.Stored> published = new ArrayList<>();
        long confirmBy = System.nanoTime() + CONFIRM_WITHIN.toNanos();
        for (Sent one : sent) {
            if (one.confirmed(confirmBy)) {
                published.add(one.event);
            } else {
                store.failed(one.event);
            }
        }
        store.published(published);
        return !published.isEmpty();
    }

    private Sent send(OutboxStore.Stored event) {
        CorrelationData correlation = new CorrelationData(event.eventId());
        try {
            rabbit.send(EXCHANGE, event.type(), message(event), correlation);
        } catch (AmqpException e) {
            log.warn("{} {} waits, the broker can't be reached: {}", event.type(), event.eventId(), e.getMessage());
            correlation.getFuture().completeExceptionally(e);
        }
        return new Sent(event, correlation);
    }

    private static Message message(OutboxStore.Stored event) {
        return MessageBuilder.withBody(event.payload().getBytes(StandardCharsets.UTF_8))
                .setContentType("application/cloudevents+json")
                .setMessageId(event.eventId())
                .setType(event.type())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
    }

    private void housekeeping() {
        waiting.set(store.waiting());
        if (System.nanoTime() - purgedAt > PURGE_EVERY.toNanos()) {
            store.purge();
            purgedAt = System.nanoTime();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
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
            worker.join(CONFIRM_WITHIN.toMillis());
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

    private record Sent(OutboxStore.Stored event, CorrelationData correlation) {
        /** Acked by the broker and not returned: an ack alone says nothing about a queue having taken it. */
        boolean confirmed(long byNanos) throws InterruptedException {
            try {
                long wait = Math.max(1, byNanos - System.nanoTime());
                boolean acked =
                        correlation.getFuture().get(wait, TimeUnit.NANOSECONDS).ack();
                if (acked && correlation.getReturned() != null) {
                    log.warn("{} {} waits: no queue is bound for it", event.type(), event.eventId());
                }
                return acked && correlation.getReturned() == null;
            } catch (ExecutionException | TimeoutException e) {
                return false;
            }
        }
    }
}
