package dev.windrose.flight.audit.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.audit.AuditEntry;
import dev.windrose.flight.audit.AuditQueries;
import dev.windrose.flight.audit.AuditQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what in catalogue, flights, fares, operations and roles. */
@RestController
class AuditController {
    static final String PATH = "/api/v1/admin/audit-log";

    private final AuditQueries queries;

    AuditController(AuditQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of {@code {id, at, actor: {id, email}, action, subject: {type, key}, before, after, requestId}}, newest first.
     *
     * @param subject {@code flight:4711}, or {@code flight} for all flights
     * @param actor an account's id or email; {@code system} for jobs
     * @param from RFC 3339, inclusive
     * @param to RFC 3339, exclusive
     */
    @GetMapping(PATH)
    Page<AuditEntry> list(
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        Faults faults = new Faults();
        Instant first = faults.optional("from", from, AuditController::instant);
        Instant end = faults.optional("to", to, AuditController::instant);
        faults.throwIfAny();
        return queries.list(new AuditQuery(subject, actor, action, first, end), Limit.parse(limit), cursor);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time with an offset like 2026-12-01T06:15:00Z", e);
        }
    }
}
