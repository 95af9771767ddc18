package dev.windrose.defaults.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.windrose.defaults.BrokerConnections;
import dev.windrose.defaults.SharedTables;
import dev.windrose.defaults.time.Utc;
import dev.windrose.localstack.EmbeddedBroker;
import dev.windrose.localstack.FreePorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the broker that tests run on, the embedded one or a real RabbitMQ. */
class OutboxRelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static SharedTables tables;
    private static JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String type = "thing-" + run + ".happened";
    private final String optional = "thing-" + run + ".mentioned";
    private final String queue = "outbox-test-" + run;
    private final List<OutboxRelay> relays = new ArrayList<>();
    private CachingConnectionFactory connections;

    @TempDir
    Path folder;

    @BeforeAll
    static void openDatabase() {
        tables = new SharedTables("outbox");
        jdbc = tables.jdbc();
    }

    @AfterAll
    static void closeDatabase() {
        tables.close();
    }

    @BeforeEach
    void connect() {
        jdbc.sql("delete from outbox_event").update();
        connections = BrokerConnections.open();
        new RabbitAdmin(connections).declareExchange(new TopicExchange(OutboxRelay.EXCHANGE));
    }

    @AfterEach
    void stop() {
        relays.forEach(OutboxRelay::stop);
        new RabbitAdmin(connections).deleteQueue(queue);
        connections.destroy();
    }

    @Test
    void severalRelaysPublishEachEventOnceAndThoseOfOneAggregateInOrder() {
        bind(connections);
        for (int i = 0; i < 3; i++) {
            start(connections);
        }
        for (int number = 0; number < 240; number++) {
            record(type, "aggregate-" + number % 12, number);
        }

        List<JsonNode> received = receive(connections, 240);

        assertThat(received)
                .extracting(event -> event.at("/data/number").intValue())
                .doesNotHaveDuplicates();
        for (int aggregate = 0; aggregate < 12; aggregate++) {
            String subject = "aggregate-" + aggregate;
            assertThat(received.stream()
                            .filter(event -> subject.equals(event.get("subject").stringValue()))
                            .map(event -> event.at("/data/number").intValue()))
                    .isSorted()
                    .hasSize(20);
        }
        await().atMost(SOON).until(() -> unpublished() == 0);
    }

    @Test
    void whatNoQueueTakesWaitsAndDelaysOnlyItsOwnAggregate() {
        bind(connections);
        start(connections);
        String unbound = "unbound-" + run + ".happened";
        record(unbound, "stuck", 1);
        record(type, "stuck", 2);
        for (int number = 3; number < 10; number++) {
            record(type, "free-" + number, number);
        }

        assertThat(receive(connections, 7))
                .extracting(event -> event.at("/data/number").intValue())
                .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9);
        await().atMost(SOON).until(() -> unpublished() == 2);

        bind(connections, unbound);
        assertThat(receive(connections, 2))
                .extracting(event -> event.at("/data/number").intValue())
                .containsExactly(1, 2);
        await().atMost(SOON).until(() -> unpublished() == 0);
    }

    @Test
    void whatNobodyHasToReceiveIsPublishedThoughNoQueueTakesIt() {
        bind(connections);
        start(connections);
        record(optional, "aggregate", 1);
        record(type, "aggregate", 2);

        assertThat(receive(connections, 1))
                .extracting(event -> event.at("/data/number").intValue())
                .containsExactly(2);
        await().atMost(SOON).until(() -> unpublished() == 0);
    }

    @Test
    void eventsOutlastTheirBroker() throws Exception {
        int port = FreePorts.next();
        CachingConnectionFactory toEmbedded = BrokerConnections.openEmbedded(port);
        try {
            OutboxRelay relay = start(toEmbedded);
            for (int number = 0; number < 120; number++) {
                record(type, "aggregate-" + number % 7, number);
            }
            await().atMost(SOON).until(() -> attempts() == 0 && unpublished() == 120);

            try (EmbeddedBroker broker = EmbeddedBroker.keptIn(folder, port)) {
                bind(toEmbedded);
                Set<Integer> arrived = new HashSet<>(numbers(receive(toEmbedded, 60)));
                broker.close();
                for (int number = 120; number < 150; number++) {
                    record(type, "aggregate-" + number % 7, number);
                }
                broker.start();
                // what was under way when the broker went may come twice; nothing may be missing
                while (arrived.size() < 150) {
                    arrived.addAll(numbers(receive(toEmbedded, 1)));
                }
                await().atMost(SOON).until(() -> unpublished() == 0);
            }
            relay.stop();
        } finally {
            toEmbedded.destroy();
        }
    }

    @Test
    void publishedEventsAreKeptForAWeekAndThenGo() {
        OutboxStore store = store();
        record(type, "week", 1);
        record(type, "month", 2);
        record(type, "never", 3);
        publishedAgo("week", Duration.ofDays(7).plusHours(1));
        publishedAgo("month", Duration.ofDays(30));

        store.purge();

        assertThat(jdbc.sql("select aggregate_id from outbox_event")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("week", "never");
    }

    @Test
    void whatARelayDiedWithIsTakenUpAfterItsLease() {
        OutboxStore dead = store();
        record(type, "aggregate", 1);
        assertThat(dead.claim(10)).hasSize(1);
        assertThat(store().claim(10)).isEmpty();

        jdbc.sql("update outbox_event set available_at = utc_timestamp(3)").update();

        assertThat(store().claim(10)).hasSize(1);
    }

    @Test
    void anEventWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> outbox().record(type, "aggregate", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private OutboxRelay start(ConnectionFactory to) {
        OutboxRelay relay =
                new OutboxRelay(store(), new EventPublisher(to, Set.of(optional)), new SimpleMeterRegistry());
        relay.start();
        relays.add(relay);
        return relay;
    }

    private static OutboxStore store() {
        return new OutboxStore(jdbc, tables.transaction(), tables.clock());
    }

    private Outbox outbox() {
        return new Outbox(jdbc, JSON, tables.clock(), "test", () -> relays.forEach(OutboxRelay::wake));
    }

    private void record(String eventType, String aggregate, int number) {
        tables.transaction()
                .executeWithoutResult(status -> outbox().record(eventType, aggregate, Map.of("number", number)));
    }

    private void bind(ConnectionFactory to) {
        RabbitAdmin admin = new RabbitAdmin(to);
        admin.declareExchange(new TopicExchange(OutboxRelay.EXCHANGE));
        admin.declareQueue(new Queue(queue, true));
        bind(to, type);
    }

    private void bind(ConnectionFactory to, String key) {
        new RabbitAdmin(to)
                .declareBinding(new Binding(queue, DestinationType.QUEUE, OutboxRelay.EXCHANGE, key, Map.of()));
    }

    private List<JsonNode> receive(ConnectionFactory from, int count) {
        RabbitTemplate rabbit = new RabbitTemplate(from);
        List<JsonNode> received = new ArrayList<>();
        while (received.size() < count) {
            Message message = rabbit.receive(queue, SOON.toMillis());
            assertThat(message)
                    .as("message %s of %s", received.size() + 1, count)
                    .isNotNull();
            received.add(JSON.readTree(message.getBody()));
        }
        return received;
    }

    private static List<Integer> numbers(List<JsonNode> events) {
        return events.stream().map(event -> event.at("/data/number").intValue()).toList();
    }

    private static long unpublished() {
        return jdbc.sql("select count(*) from outbox_event where published_at is null")
                .query(Long.class)
                .single();
    }

    private static int attempts() {
        return jdbc.sql("select coalesce(max(attempts), 0) from outbox_event")
                .query(Integer.class)
                .single();
    }

    private static void publishedAgo(String aggregate, Duration ago) {
        jdbc.sql("update outbox_event set published_at = ? where aggregate_id = ?")
                .params(Utc.column(Instant.now().minus(ago)), aggregate)
                .update();
    }
}
