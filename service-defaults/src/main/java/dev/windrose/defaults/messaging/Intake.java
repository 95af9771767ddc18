package dev.windrose.defaults.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One delivery: returns, and so acks, only when the event was handled, was handled before, or is safe in another queue. */
final class Intake implements MessageListener {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String consumer;
    private final EventHandler handler;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Retries retries;
    private final JsonMapper json;
    private final Clock clock;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    Intake(String consumer, EventHandler handler, EventConsumers.Parts parts, Retries retries) {
        this.consumer = consumer;
        this.handler = handler;
        this.inbox = parts.inbox();
        this.transaction = parts.transaction();
        this.retries = retries;
        this.json = parts.json();
        this.clock = parts.clock();
        this.metrics = parts.metrics();
    }

    void stopping(boolean now) {
        stopping = now;
    }

    @Override
    public void onMessage(Message message) {
        try {
            count(outcome(message));
        } catch (AmqpException e) {
            // it goes back into the queue, from where it comes at once: not in a hot loop
            pause();
            throw e;
        }
    }

    private String outcome(Message message) {
        try {
            Event event = Event.parse(json, message.getBody());
            boolean first = handleOnce(event);
            recordLag(event);
            return first ? "handled" : "duplicate";
        } catch (UnreadableEvent | JacksonException e) {
            retries.bury(message, e);
            return "dead";
        } catch (CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            return retries.later(message, e) ? "retried" : "dead";
        }
    }

    /** A lost database is no fault of the event: it stays here, unacked and without using up its tries, until the database is back. */
    private boolean handleOnce(Event event) {
        boolean told = false;
        while (true) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> actOn(event)));
            } catch (CannotCreateTransactionException e) {
                if (stopping) {
                    throw e;
                }
                if (!told) {
                    log.warn("{} waits for the database: {}", consumer, e.getMessage());
                    told = true;
                }
                pause();
            }
        }
    }

    private boolean actOn(Event event) {
        boolean first = inbox.isFirst(event, consumer);
        if (first) {
            handler.handle(event);
        }
        return first;
    }

    /** Zero where the producer's clock is ahead of ours. */
    private void recordLag(Event event) {
        long millis = Math.max(0, clock.millis() - event.time().toEpochMilli());
        metrics.timer("windrose.events.lag", "consumer", consumer, "type", event.type())
                .record(Duration.ofMillis(millis));
    }

    private void count(String outcome) {
        metrics.counter("windrose.events.taken", "consumer", consumer, "outcome", outcome)
                .increment();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
