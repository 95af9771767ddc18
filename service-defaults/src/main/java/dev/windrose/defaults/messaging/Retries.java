package dev.windrose.defaults.messaging;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageBuilderSupport;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/** What becomes of a message whose handling failed: again after each of the delays, then the dead letters. */
final class Retries {
    static final String DUE_AT = "x-windrose-due-at";
    static final String FAILED_TRIES = "x-windrose-failed-tries";
    static final String FAILURE = "x-windrose-failure";
    private static final Logger log = LoggerFactory.getLogger(Retries.class);
    private static final int MAX_FAILURE_LENGTH = 500;

    private final Topology topology;
    private final Handoff handoff;
    private final RetryDelays delays;
    private final Clock clock;

    Retries(Topology topology, Handoff handoff, RetryDelays delays, Clock clock) {
        this.topology = topology;
        this.handoff = handoff;
        this.delays = delays;
        this.clock = clock;
    }

    /** Puts it where it waits for the next try, or with the dead letters after the last; true if there is a next try. */
    boolean later(Message failed, Exception cause) {
        int failedTries = failedTries(failed) + 1;
        if (failedTries > delays.count()) {
            bury(failed, cause);
            return false;
        }
        Duration delay = delays.retryDelays().get(failedTries - 1);
        log.warn("{} {}: try {} failed, next in {}", topology.queue(), id(failed), failedTries, delay, cause);
        Message waiting = copy(failed)
                .setHeader(FAILED_TRIES, failedTries)
                .setHeader(FAILURE, text(cause))
                .setHeader(DUE_AT, clock.millis() + delay.toMillis())
                .build();
        if (topology.broker() == Topology.Broker.RABBITMQ) {
            waiting.getMessageProperties().setExpiration(Long.toString(delay.toMillis()));
        }
        handoff.toQueue(topology.delayQueue(failedTries), waiting);
        return true;
    }

    /** Puts it with the dead letters, where a person looks at it. */
    void bury(Message failed, Exception cause) {
        log.error("{} {}: goes to the dead letters", topology.queue(), id(failed), cause);
        Message dead = copy(failed)
                .setHeader(FAILED_TRIES, failedTries(failed) + 1)
                .setHeader(FAILURE, text(cause))
                .build();
        handoff.toQueue(topology.deadQueue(), dead);
    }

    /** The message anew, without what brokers note on its way: some drop a message that seems to go in circles. */
    static MessageBuilderSupport<Message> copy(Message message) {
        MessageProperties from = message.getMessageProperties();
        MessageBuilderSupport<Message> copy =
                MessageBuilder.withBody(message.getBody()).setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        if (from.getContentType() != null) {
            copy.setContentType(from.getContentType());
        }
        if (from.getMessageId() != null) {
            copy.setMessageId(from.getMessageId());
        }
        if (from.getType() != null) {
            copy.setType(from.getType());
        }
        for (String name : new String[] {FAILED_TRIES, FAILURE, "traceparent", "tracestate"}) {
            Object value = from.getHeaders().get(name);
            if (value != null) {
                copy.setHeader(name, value);
            }
        }
        return copy;
    }

    private static int failedTries(Message message) {
        Object tries = message.getMessageProperties().getHeaders().get(FAILED_TRIES);
        return tries instanceof Number n ? n.intValue() : 0;
    }

    private static String id(Message message) {
        return String.valueOf(message.getMessageProperties().getMessageId());
    }

    private static String text(Exception cause) {
        String text = cause.toString();
        return text.length() <= MAX_FAILURE_LENGTH ? text : text.substring(0, MAX_FAILURE_LENGTH);
    }
}
