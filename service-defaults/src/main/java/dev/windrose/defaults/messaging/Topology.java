package dev.windrose.defaults.messaging;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.windrose.defaults.outbox.OutboxRelay;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * One consumer's exchange, queues and bindings, declared on every new connection: a broker that lost them has them again, while a binding
 * that an operator took away stays away until the next connection. On RabbitMQ queues are quorum queues, delays are the broker's own (expiry
 * and dead-lettering back); of other brokers only durable queues are asked, and {@link DelayedReturns} moves what is due.
 */
final class Topology implements ConnectionListener {
    private static final Logger log = LoggerFactory.getLogger(Topology.class);
    private static final String RABBITMQ = "RabbitMQ";
    private static final int CRASHES_BEFORE_DEAD = 20;

    private final String queue;
    private final Set<String> types;
    private final int delays;
    private volatile Broker broker = Broker.UNKNOWN;

    /** What we are, or were last, connected to. */
    enum Broker {
        UNKNOWN,
        RABBITMQ,
        OTHER
    }

    /** @param queue the consumer's name too. @param types routing keys. @param delays how many delay queues */
    Topology(String queue, Set<String> types, int delays) {
        this.queue = queue;
        this.types = Set.copyOf(types);
        this.delays = delays;
    }

    String queue() {
        return queue;
    }

    /** @param failedTries 1 after the first */
    String delayQueue(int failedTries) {
        return queue + ".retry." + failedTries;
    }

    String deadQueue() {
        return queue + ".dead";
    }

    Broker broker() {
        return broker;
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        Object product = connection.getDelegate() == null
                ? null
                : connection.getDelegate().getServerProperties().get("product");
        Broker found = RABBITMQ.equals(String.valueOf(product)) ? Broker.RABBITMQ : Broker.OTHER;
        broker = found;
        try {
            declareAll(connection, found == Broker.RABBITMQ);
        } catch (AmqpException | IOException | TimeoutException | ShutdownSignalException e) {
            log.error("{}: exchange, queues or bindings can't be declared", queue, e);
        }
    }

    private void declareAll(Connection connection, boolean rabbit) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel(false)) {
            channel.exchangeDeclare(OutboxRelay.EXCHANGE, BuiltinExchangeType.TOPIC, true);
            declare(channel, deadQueue(), rabbit ? Map.of("x-queue-type", "quorum") : Map.of());
            for (int tries = 1; tries <= delays; tries++) {
                declare(channel, delayQueue(tries), rabbit ? deadLetteringTo(queue) : Map.of());
            }
            declare(channel, queue, rabbit ? mainArguments() : Map.of());
            for (String type : types) {
                channel.queueBind(queue, OutboxRelay.EXCHANGE, type);
            }
        }
    }

    private static void declare(Channel channel, String name, Map<String, Object> arguments) throws IOException {
        channel.queueDeclare(name, true, false, false, arguments);
    }

    /** A message that ends the process again and again is set aside as well. */
    private Map<String, Object> mainArguments() {
        Map<String, Object> arguments = new HashMap<>(deadLetteringTo(deadQueue()));
        arguments.put("x-delivery-limit", CRASHES_BEFORE_DEAD);
        return arguments;
    }

    private static Map<String, Object> deadLetteringTo(String target) {
        return Map.of(
                "x-queue-type", "quorum",
                "x-dead-letter-exchange", "",
                "x-dead-letter-routing-key", target,
                "x-dead-letter-strategy", "at-least-once",
                "x-overflow", "reject-publish");
    }
}
