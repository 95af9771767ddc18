package dev.windrose.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the contracts, made one's own: each with an id and a recipient that no other test uses. */
public final class ContractEvents {
    private static final JsonMapper JSON = new JsonMapper();

    private ContractEvents() {}

    /** The example as it is. */
    public static ObjectNode example(String type) {
        try (InputStream in = ContractEvents.class.getResourceAsStream("/contracts/events/" + type + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no example of " + type);
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example with an id of its own, sent to that address. */
    public static ObjectNode event(String type, String recipient) {
        ObjectNode event = example(type);
        event.put("id", UUID.randomUUID().toString());
        ((ObjectNode) event.at("/data/recipient")).put("email", recipient);
        return event;
    }

    /** An address of a test's own. */
    public static String anybody() {
        return "traveller-" + UUID.randomUUID() + "@example.com";
    }

    static JsonNode data(ObjectNode event) {
        return event.get("data");
    }
}
