package dev.windrose.flight.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null: any.
 *
 * @param subject {@code flight:4711}, or {@code flight} for all of that kind
 * @param actor an account's id or email
 * @param from the first instant wanted
 * @param to the first instant no longer wanted
 */
public record AuditQuery(
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {}
