package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A queue of a test's own on the real broker, with the drops that are told; each has the members that contracts/ says. */
final class DropTap implements AutoCloseable {
    private static final String TYPE = "price-watch.triggered";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final String queue = "price-watch-test-" + UUID.randomUUID();
    private final RabbitAdmin admin;
    private final RabbitTemplate rabbit;
    private final List<JsonNode> received = new ArrayList<>();

    DropTap(ConnectionFactory connections) {
        admin = new RabbitAdmin(connections);
        rabbit = new RabbitTemplate(connections);
        admin.declareExchange(new TopicExchange("windrose.events"));
        admin.declareQueue(new Queue(queue, true, false, false));
        admin.declareBinding(new Binding(queue, Binding.DestinationType.QUEUE, "windrose.events", TYPE, null));
    }

    /** Waits for so many drops of the watch, and returns what all that came say, in their order. */
    List<JsonNode> of(String watchId, int count) {
        await().atMost(SOON).until(() -> told(watchId).size() >= count);
        return told(watchId);
    }

    /** What came so far. */
    List<JsonNode> told(String watchId) {
        drain();
        return received.stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("watchId").asString().equals(watchId))
                .toList();
    }

    private void drain() {
        for (Message message = rabbit.receive(queue); message != null; message = rabbit.receive(queue)) {
            JsonNode event = JSON.readTree(message.getBody());
            assertThat(members(event)).isEqualTo(members(example()));
            assertThat(members(event.path("data"))).isEqualTo(members(example().path("data")));
            received.add(event);
        }
    }

    private static Set<String> members(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    static JsonNode example() {
        try (var in = DropTap.class.getResourceAsStream("/contracts/events/" + TYPE + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        admin.deleteQueue(queue);
    }
}
