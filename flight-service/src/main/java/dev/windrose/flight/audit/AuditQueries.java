package dev.windrose.flight.audit;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit log, newest first. */
@Component
public class AuditQueries {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Cursors cursors;

    AuditQueries(JdbcTemplate jdbc, JsonMapper json, Cursors cursors) {
        this.jdbc = jdbc;
        this.json = json;
        this.cursors = cursors;
    }

    /** What is written while somebody pages shows on none of the pages to come. */
    public Page<AuditEntry> list(AuditQuery query, int limit, @Nullable String cursor) {
        String list = "audit " + query;
        String below = cursors.decode(list, cursor);
        Conditions where = new Conditions();
        where.subject(query.subject());
        where.add(isEmail(query.actor()) ? "actor_email = ?" : "actor_id = ?", query.actor());
        where.add("action = ?", query.action());
        where.add("at >= ?", column(query.from()));
        where.add("at < ?", column(query.to()));
        where.add("id < ?", below);
        String sql =
                "select id, at, actor_id, actor_email, action, subject_type, subject_key, before_state, after_state,"
                        + " request_id from audit_log where " + String.join(" and ", where.all)
                        + " order by id desc limit "
                        + (limit + 1);
        List<AuditEntry> found = jdbc.query(sql, (row, n) -> entry(row), where.parameters.toArray());
        return Page.of(found, limit, last -> cursors.encode(list, last.id()));
    }

    private static boolean isEmail(@Nullable String actor) {
        return actor != null && actor.contains("@");
    }

    private static @Nullable Object column(@Nullable Instant instant) {
        return instant == null ? null : Utc.column(instant);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                Utc.instant(row, "at"),
                new Actor(row.getString("actor_id"), row.getString("actor_email")),
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getString("subject_key")),
                state(row.getString("before_state")),
                state(row.getString("after_state")),
                row.getString("request_id"));
    }

    private @Nullable JsonNode state(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    /** The conditions of a statement with their parameters; of a null there is none. */
    private static final class Conditions {
        private final List<String> all = new ArrayList<>(List.of("true"));
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, @Nullable Object parameter) {
            if (parameter != null) {
                all.add(condition);
                parameters.add(parameter);
            }
        }

        void subject(@Nullable String subject) {
            if (subject != null) {
                String[] parts = subject.split(":", 2);
                add("subject_type = ?", parts[0]);
                add("subject_key = ?", parts.length == 2 ? parts[1] : null);
            }
        }
    }
}
