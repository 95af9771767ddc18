package dev.windrose.defaults.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.defaults.BrokerConnections;
import dev.windrose.defaults.SharedTables;
import dev.windrose.defaults.outbox.OutboxRelay;
import dev.windrose.localstack.EmbeddedBroker;
import dev.windrose.localstack.FreePorts;
import dev.windrose.localstack.TestParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** On the broker that tests run on; retries after 200 and 400 ms, then the dead letters. */
class EventConsumerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final RetryDelays DELAYS = new RetryDelays(List.of(Duration.ofMillis(200), Duration.ofMillis(400)));
    private static SharedTables tables;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String type = "thing-" + run + ".happened";
    private final String queue = "consumer-test-" + run;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<EventConsumer> consumers = new ArrayList<>();
    private final CachingConnectionFactory connections = BrokerConnections.open();

    @TempDir
    Path folder;

    @BeforeAll
    static void openDatabase() {
        tables = new SharedTables("consumer");
    }

    @AfterAll
    static void closeDatabase() {
        tables.close();
    }

    @AfterEach
    void stop() {
        consumers.forEach(EventConsumer::stop);
        RabbitAdmin admin = new RabbitAdmin(connections);
        for (String suffix : List.of("", ".retry.1", ".retry.2", ".dead")) {
            admin.deleteQueue(queue + suffix);
        }
        connections.destroy();
    }

    @Test
    void handlesAnEventOnceHoweverOftenItIsDelivered() {
        start(connections, event -> handled.add(event.id()));
        start(connections, event -> handled.add(event.id()));
        String first = send(connections);
        for (int i = 0; i < 5; i++) {
            send(connections, first, body(first));
        }
        String last = send(connections);

        await().atMost(SOON).until(() -> handled.contains(last) && depth(connections, queue) == 0);
        assertThat(handled).containsExactlyInAnyOrder(first, last);
    }

    @Test
    void aFailureIsRolledBackAndTriedAgainAfterADelay() {
        AtomicInteger tries = new AtomicInteger();
        start(connections, event -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            handled.add(event.id());
        });
        String id = send(connections);

        await().atMost(SOON).until(() -> handled.equals(List.of(id)));
        assertThat(tries).hasValue(3);
        assertThat(take(connections, queue + ".dead")).isNull();
    }

    @Test
    void afterTheLastRetryItIsADeadLetterThatTellsWhy() {
        AtomicInteger tries = new AtomicInteger();
        start(connections, event -> {
            tries.incrementAndGet();
            throw new IllegalStateException("never");
        });
        String id = send(connections);

        Message dead = awaitMessage(connections, queue + ".dead");
        assertThat(dead.getMessageProperties().getMessageId()).isEqualTo(id);
        assertThat(dead.getMessageProperties().getHeaders().get(Retries.FAILURE))
                .asString()
                .contains("never");
        assertThat(new String(dead.getBody(), UTF_8)).isEqualTo(body(id));
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatCannotBeReadIsADeadLetterAtOnce() {
        start(connections, event -> {
            throw new UnreadableEvent("its data are of another world");
        });
        String notJson = send(connections, UUID.randomUUID().toString(), "{\"id\":");
        assertThat(awaitMessage(connections, queue + ".dead")
                        .getMessageProperties()
                        .getMessageId())
                .isEqualTo(notJson);
        String foreign = send(connections);
        assertThat(awaitMessage(connections, queue + ".dead")
                        .getMessageProperties()
                        .getMessageId())
                .isEqualTo(foreign);
    }

    @Test
    void aLostDatabaseUsesUpNoTries() {
        AtomicInteger refused = new AtomicInteger();
        TransactionTemplate lostTwice = new TransactionTemplate(tables.transactions()) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                if (refused.incrementAndGet() <= 2) {
                    throw new CannotCreateTransactionException("no connection");
                }
                return super.execute(action);
            }
        };
        start(connections, lostTwice, event -> handled.add(event.id()));
        String id = send(connections);

        await().atMost(SOON).until(() -> handled.equals(List.of(id)));
        assertThat(depth(connections, queue + ".retry.1")).isZero();
    }

    @Test
    void beginsWhenThereIsABrokerAndGoesOnAfterItsRestart() throws Exception {
        int port = FreePorts.next();
        CachingConnectionFactory later = BrokerConnections.openEmbedded(port);
        AtomicInteger failures = new AtomicInteger(1);
        EventConsumer consumer = start(later, event -> {
            if (event.subject().equals("fails-once") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("once");
            }
            handled.add(event.id());
        });
        assertThat(consumer.isRunning()).isTrue();

        try (EmbeddedBroker broker = EmbeddedBroker.keptIn(folder, port)) {
            await().atMost(SOON).ignoreExceptions().until(() -> depth(later, queue) == 0);
            String first = send(later);
            await().atMost(SOON).until(() -> handled.contains(first));

            String waiting = UUID.randomUUID().toString();
            send(later, waiting, body(waiting).replace("\"subject\":\"s\"", "\"subject\":\"fails-once\""));
            await().atMost(SOON).until(() -> failures.get() <= 0);
            broker.close();
            broker.start();

            await().atMost(SOON).until(() -> handled.contains(waiting));
            String last = UUID.randomUUID().toString();
            await().atMost(SOON).ignoreExceptions().until(() -> last.equals(send(later, last, body(last))));
            await().atMost(SOON).until(() -> handled.contains(last));
            assertThat(handled).containsExactly(first, waiting, last);
            consumer.stop();
        } finally {
            later.destroy();
        }
    }

    @Test
    void aBindingTakenAwayComesBackWithTheNextConnection() {
        start(connections, event -> handled.add(event.id()));
        RabbitAdmin admin = new RabbitAdmin(connections);
        await().atMost(SOON).until(() -> depth(connections, queue) == 0);
        admin.removeBinding(new Binding(queue, DestinationType.QUEUE, OutboxRelay.EXCHANGE, type, Map.of()));

        connections.resetConnection();
        String id = UUID.randomUUID().toString();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            send(connections, id, body(id));
            return handled.contains(id);
        });

        // only RabbitMQ tells a consumer that its queue is gone
        assumeTrue(TestParts.get().broker().embedded().isEmpty());
        admin.deleteQueue(queue);
        String other = UUID.randomUUID().toString();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            send(connections, other, body(other));
            return handled.contains(other);
        });
    }

    private EventConsumer start(ConnectionFactory to, EventHandler handler) {
        return start(to, tables.transaction(), handler);
    }

    private EventConsumer start(ConnectionFactory to, TransactionTemplate transaction, EventHandler handler) {
        EventConsumer consumer = new EventConsumers(new EventConsumers.Parts(
                        to,
                        transaction,
                        new Inbox(tables.jdbc(), Clock.systemUTC()),
                        DELAYS,
                        new JsonMapper(),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry(),
                        Duration.ofSeconds(5)))
                .consumer(queue, Set.of(type), handler);
        consumer.start();
        consumers.add(consumer);
        return consumer;
    }

    private String send(ConnectionFactory to) {
        String id = UUID.randomUUID().toString();
        return send(to, id, body(id));
    }

    private String send(ConnectionFactory to, String id, String body) {
        Message message =
                MessageBuilder.withBody(body.getBytes(UTF_8)).setMessageId(id).build();
        new RabbitTemplate(to).send(OutboxRelay.EXCHANGE, type, message);
        return id;
    }

    private String body(String id) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"type\":\"" + type
                + "\",\"time\":\"2099-12-01T14:15:00.123Z\",\"subject\":\"s\",\"data\":{}}";
    }

    private static @Nullable Message take(ConnectionFactory from, String name) {
        return new RabbitTemplate(from).receive(name);
    }

    private static Message awaitMessage(ConnectionFactory from, String name) {
        Message message = new RabbitTemplate(from).receive(name, SOON.toMillis());
        assertThat(message).isNotNull();
        return message;
    }

    private static long depth(ConnectionFactory at, String name) {
        var info = new RabbitAdmin(at).getQueueInfo(name);
        return info == null ? -1 : info.getMessageCount();
    }
}
