package dev.windrose.flight.audit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the gateway tells of an account. @param change what was done: {@code roles-changed}. @param changedBy null: nobody was signed in */
public record AccountChange(
        String userId,
        String change,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable Actor changedBy,
        @Nullable String requestId) {}
