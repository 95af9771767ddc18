package dev.windrose.flight.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry as the API shows it. @param at UTC. @param before null if it wasn't there. @param after null if it is gone */
public record AuditEntry(
        String id,
        Instant at,
        Actor actor,
        String action,
        Subject subject,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String requestId) {}
