package dev.windrose.defaults.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Puts a message into a queue and returns only when the broker has it there; what it came from may be acked then. */
final class Handoff {
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);

    private final RabbitTemplate rabbit;

    /** @param rabbit with correlated confirms and mandatory publishing */
    Handoff(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    /** {@link AmqpException} unless a queue has certainly taken it (it may have, all the same). */
    void toQueue(String queue, Message message) {
        CorrelationData correlation = new CorrelationData();
        rabbit.send("", queue, message, correlation);
        try {
            boolean acked = correlation
                    .getFuture()
                    .get(CONFIRM_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .ack();
            if (!acked || correlation.getReturned() != null) {
                throw new AmqpException("the broker did not take a message for " + queue);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AmqpException("the broker did not confirm a message for " + queue, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("interrupted before the broker confirmed a message for " + queue, e);
        }
    }
}
