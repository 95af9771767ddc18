package dev.windrose.flight.audit;

import dev.windrose.defaults.time.Utc;
import dev.windrose.defaults.tracing.RequestIds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who changed what, in the transaction of the change: neither is there without the other. Who is the signed-in caller, or
 * {@link Actor#SYSTEM} in a job. There is no way to alter or remove an entry.
 */
@Component
public class AuditLog {
    private static final String INSERT = "insert into audit_log (at, actor_id, actor_email, action, subject_type,"
            + " subject_key, before_state, after_state, request_id) values (coalesce(?, utc_timestamp(3)), ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int ROWS_A_BATCH = 200;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    AuditLog(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The same log, written through another pool's transactions. */
    public AuditLog on(JdbcTemplate other) {
        return new AuditLog(other, json);
    }

    /** One change by the current caller; see {@link AuditedChange} for what is what. */
    public void record(String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        record(List.of(new AuditedChange(action, subject, before, after)));
    }

    /** Many changes by the current caller, in their order. */
    public void record(List<AuditedChange> changes) {
        record(null, Actor.current(), RequestIds.current(), changes);
    }

    /** Changes of which another service tells. @param at null: now. @param requestId of the request that caused them there */
    void record(@Nullable Instant at, Actor actor, @Nullable String requestId, List<AuditedChange> changes) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry is written in the transaction of its change");
        }
        jdbc.batchUpdate(INSERT, changes, ROWS_A_BATCH, (row, change) -> {
            row.setObject(1, at == null ? null : Utc.column(at));
            row.setString(2, actor.id());
            row.setString(3, actor.email());
            row.setString(4, change.action());
            row.setString(5, change.subject().type());
            row.setString(6, change.subject().key());
            row.setString(7, text(change.before()));
            row.setString(8, text(change.after()));
            row.setString(9, requestId);
        });
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
