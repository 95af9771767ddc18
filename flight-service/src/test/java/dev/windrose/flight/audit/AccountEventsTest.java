package dev.windrose.flight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.FlightServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of accounts, which the gateway tells of, are in the audit log as well. */
class AccountEventsTest extends FlightServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ConnectionFactory connections;

    @Test
    void newRolesAreWrittenDownOnceHoweverOftenTheyAreTold() throws Exception {
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        ObjectNode event = example();
        tell(event, first);
        tell(event, first);
        tell(event.put("id", UUID.randomUUID().toString()), second);
        await().atMost(SOON).until(() -> !entries(second).isEmpty());
        await().atMost(SOON).until(() -> !entries(first).isEmpty());

        assertThat(entries(first)).hasSize(1);
        JsonNode entry = entries(first).get(0);
        assertThat(entry.path("action").asString()).isEqualTo("account.roles-changed");
        assertThat(entry.path("at").asString()).isEqualTo("2026-11-25T14:15:00.123Z");
        assertThat(entry.at("/actor/email").asString()).isEqualTo("admin@example.com");
        assertThat(entry.at("/before/roles").toString()).isEqualTo("[\"CUSTOMER\"]");
        assertThat(entry.at("/after/roles").toString()).isEqualTo("[\"CUSTOMER\",\"AIRLINE_STAFF\"]");
        assertThat(entry.path("requestId").asString())
                .isEqualTo(event.at("/data/requestId").asString());
    }

    private JsonNode entries(String userId) {
        return admin().get("/api/v1/admin/audit-log?subject=account:" + userId)
                .json()
                .path("items");
    }

    private void tell(ObjectNode event, String userId) {
        ((ObjectNode) event.path("data")).put("userId", userId);
        new RabbitTemplate(connections)
                .send(
                        "windrose.events",
                        "account.changed",
                        MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8))
                                .build());
    }

    private static ObjectNode example() throws IOException {
        try (var in = AccountEventsTest.class.getResourceAsStream("/contracts/events/account.changed.json")) {
            ObjectNode event = (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
            return event.put("id", UUID.randomUUID().toString());
        }
    }
}
