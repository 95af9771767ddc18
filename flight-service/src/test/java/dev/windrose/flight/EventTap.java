package dev.windrose.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** A queue of a test's own on the real broker, with all that happens to flights; whatever comes has the form that contracts/ says. */
public final class EventTap implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final String queue = "flight-events-test-" + UUID.randomUUID();
    private final RabbitAdmin admin;
    private final RabbitTemplate rabbit;
    private final List<JsonNode> received = new ArrayList<>();

    public EventTap(ConnectionFactory connections) {
        admin = new RabbitAdmin(connections);
        rabbit = new RabbitTemplate(connections);
        admin.declareExchange(new TopicExchange("windrose.events"));
        admin.declareQueue(new Queue(queue, true, false, false));
        admin.declareBinding(new Binding(queue, Binding.DestinationType.QUEUE, "windrose.events", "flight.#", null));
    }

    /** Waits for so many events of that flight and returns all of them, in the order in which they came. */
    public List<JsonNode> of(String flightId, int count) {
        await().atMost(SOON).until(() -> {
            drain();
            return now(flightId).size() >= count;
        });
        return now(flightId);
    }

    private List<JsonNode> now(String flightId) {
        return received.stream()
                .filter(event -> flightId.equals(event.path("subject").asString()))
                .toList();
    }

    private void drain() {
        for (Message message = rabbit.receive(queue); message != null; message = rabbit.receive(queue)) {
            JsonNode event = JSON.readTree(new String(message.getBody(), StandardCharsets.UTF_8));
            Set<String> contract = shape(example(event.path("type").asString()));
            if (event.at("/data/seatChanges").isEmpty()) {
                contract.removeIf(path -> path.startsWith("/data/seatChanges/"));
            }
            assertThat(shape(event)).isEqualTo(contract);
            received.add(event);
        }
    }

    private static Set<String> shape(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        paths.add(path);
        node.propertyNames().forEach(name -> collect(path + "/" + name, node.path(name), paths));
        if (node.isArray()) {
            node.forEach(element -> collect(path + "/*", element, paths));
        }
    }

    private static JsonNode example(String type) {
        try (var in = EventTap.class.getResourceAsStream("/contracts/events/" + type + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        admin.deleteQueue(queue);
    }
}
