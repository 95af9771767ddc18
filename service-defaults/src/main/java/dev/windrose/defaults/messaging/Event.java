package dev.windrose.defaults.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that happened, as CloudEvents 1.0 tells it.
 *
 * @param id unique for ever: a second delivery has the same
 * @param type routing key, past tense: {@code booking.confirmed}
 * @param time when it happened, UTC
 * @param subject the id of what it is about
 * @param data what its type says; see {@code contracts}
 */
public record Event(String id, String type, Instant time, String subject, JsonNode data) {
    private static final Pattern ID = Pattern.compile("[!-~]{1,36}");

    /** Reads the structured mode ({@code application/cloudevents+json}). */
    static Event parse(JsonMapper json, byte[] body) {
        try {
            JsonNode event = json.readTree(body);
            String id = text(event, "id");
            if (!ID.matcher(id).matches()) {
                throw new UnreadableEvent("its id is not 1 to 36 printable characters");
            }
            JsonNode data = event.path("data");
            if (!data.isObject()) {
                throw new UnreadableEvent("it has no data");
            }
            Instant time = OffsetDateTime.parse(text(event, "time")).toInstant();
            return new Event(id, text(event, "type"), time, text(event, "subject"), data);
        } catch (JacksonException | DateTimeException e) {
            throw new UnreadableEvent("it is not an event: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode event, String name) {
        JsonNode value = event.path(name);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new UnreadableEvent("it has no " + name);
        }
        return value.stringValue();
    }
}
