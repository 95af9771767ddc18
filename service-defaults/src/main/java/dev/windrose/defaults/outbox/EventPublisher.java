package dev.windrose.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes persistent and, but for optional types, mandatory, and says of each event whether a queue has it. */
final class EventPublisher {
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);

    private final RabbitTemplate rabbit;

    /** @param connections with correlated confirms and returns. @param optionalTypes of events that nobody has to receive */
    EventPublisher(ConnectionFactory connections, Set<String> optionalTypes) {
        rabbit = new RabbitTemplate(connections);
        rabbit.setMandatoryExpressionString(isRequired(optionalTypes));
        rabbit.setUsePublisherConnection(true);
        // what comes back is told by its correlation; without a callback the template would log a line for each
        rabbit.setReturnsCallback(returned -> {});
    }

    /** How the publishing of one event ended. */
    enum Outcome {
        /** Acked by the broker and not returned (an ack alone says nothing about a queue having taken it), or nobody has to have it. */
        PUBLISHED,
        /** No queue is bound for it. */
        UNROUTABLE,
        /** Refused, or nobody knows; it may have been published all the same. */
        UNCONFIRMED
    }

    /** One event and what became of it. */
    record Published(OutboxStore.Stored event, Outcome outcome) {}

    /**
     * Sends all, then waits for all confirms together. Outcomes are in the events' order, and only of those sent before the connection was lost;
     * {@link AmqpException} if there were none.
     */
    List<Published> publish(List<OutboxStore.Stored> events) throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        try {
            rabbit.invoke(oneChannel -> {
                events.forEach(event -> sent.add(send(oneChannel, event)));
                return true;
            });
        } catch (AmqpException e) {
            if (sent.isEmpty()) {
                throw e;
            }
        }
        long confirmBy = System.nanoTime() + CONFIRM_WITHIN.toNanos();
        List<Published> outcomes = new ArrayList<>();
        for (Sent one : sent) {
            outcomes.add(new Published(one.event, one.outcome(confirmBy)));
        }
        return outcomes;
    }

    /** Of a message that isn't mandatory brokers say nothing but that they had it. */
    private static String isRequired(Set<String> optionalTypes) {
        String list = optionalTypes.stream().map(type -> "'" + type + "'").collect(Collectors.joining(","));
        return "!{" + list + "}.contains(messageProperties.type)";
    }

    private static Sent send(RabbitOperations oneChannel, OutboxStore.Stored event) {
        CorrelationData correlation = new CorrelationData(event.eventId());
        oneChannel.send(OutboxRelay.EXCHANGE, event.type(), message(event), correlation);
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

    private record Sent(OutboxStore.Stored event, CorrelationData correlation) {
        Outcome outcome(long byNanos) throws InterruptedException {
            try {
                long wait = Math.max(1, byNanos - System.nanoTime());
                boolean acked =
                        correlation.getFuture().get(wait, TimeUnit.NANOSECONDS).ack();
                if (correlation.getReturned() != null) {
                    return Outcome.UNROUTABLE;
                }
                return acked ? Outcome.PUBLISHED : Outcome.UNCONFIRMED;
            } catch (ExecutionException | TimeoutException e) {
                return Outcome.UNCONFIRMED;
            }
        }
    }
}
