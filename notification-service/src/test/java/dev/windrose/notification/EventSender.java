package dev.windrose.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.windrose.localstack.BrokerPart;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Publishes as the outboxes of the other services do, on a connection of its own. */
public final class EventSender implements AutoCloseable {
    private final Connection connection;
    private final Channel channel;

    public EventSender(BrokerPart broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setAutomaticRecoveryEnabled(false);
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    public void send(ObjectNode event) throws Exception {
        send(event.get("type").stringValue(), event.get("id").stringValue(), event.toString());
    }

    public void send(String type, String id, String body) throws Exception {
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .contentType("application/cloudevents+json")
                .messageId(id)
                .deliveryMode(2)
                .build();
        channel.basicPublish("windrose.events", type, true, properties, body.getBytes(UTF_8));
        channel.waitForConfirmsOrDie(5_000);
    }

    /** Takes the next message out of a queue. */
    public Optional<GetResponse> take(String queue) throws Exception {
        return Optional.ofNullable(channel.basicGet(queue, true));
    }

    @Override
    public void close() throws Exception {
        connection.abort();
    }
}
