package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.flight.audit.AuditedChange;
import dev.windrose.flight.audit.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** How one kind of entry is kept: its table, whose first column is the key, and what else decides whether it may be stored. */
abstract class CatalogueTable<T> {
    private final CatalogueKind kind;
    private final List<String> columns;
    private final RowMapper<T> mapper;
    protected final JdbcTemplate jdbc;

    CatalogueTable(CatalogueKind kind, List<String> columns, RowMapper<T> mapper, JdbcTemplate jdbc) {
        this.kind = kind;
        this.columns = columns;
        this.mapper = mapper;
        this.jdbc = jdbc;
    }

    abstract String keyOf(T entry);

    /** The values of the columns, the key first. */
    abstract Object[] valuesOf(T entry);

    /** The condition of a prefix search, and its parameters made from the prefix. */
    abstract Search searchFor(String prefix);

    /** Entries that may not be stored as wanted, by key. Called with the existing ones locked. */
    Map<String, FieldFault> refusals(List<T> wanted, Map<String, T> existing) {
        return Map.of();
    }

    /** What a prefix search adds to the statement. */
    record Search(String condition, List<Object> parameters) {}

    final CatalogueKind kind() {
        return kind;
    }

    /** Those of the keys that exist, by key, locked until the end of the transaction. */
    final Map<String, T> lock(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<T> found = jdbc.query(
                select() + " where " + key() + " in (" + marks(keys.size()) + ") order by " + key() + " for update",
                mapper,
                keys.toArray());
        return byKey(complete(found));
    }

    final @Nullable T find(String key) {
        return complete(jdbc.query(select() + " where " + key() + " = ?", mapper, key)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Up to {@code count} entries behind the key {@code after}, in the order of their keys. */
    final List<T> page(@Nullable String prefix, String after, int count) {
        Search search = prefix == null ? new Search("true", List.of()) : searchFor(prefix);
        List<Object> parameters = new ArrayList<>(search.parameters);
        parameters.add(after);
        parameters.add(count);
        String sql =
                select() + " where (" + search.condition + ") and " + key() + " > ? order by " + key() + " limit ?";
        return complete(jdbc.query(sql, mapper, parameters.toArray()));
    }

    void insert(List<T> entries) {
        String sql = "insert into " + kind.noun() + " (" + String.join(", ", columns) + ") values ("
                + marks(columns.size()) + ")";
        jdbc.batchUpdate(sql, entries.stream().map(this::valuesOf).toList());
    }

    /** Stores what differs. @param existing what was there, by key */
    void update(List<T> entries, Map<String, T> existing) {
        String assignments = columns.stream().skip(1).map(c -> c + " = ?").collect(Collectors.joining(", "));
        String sql = "update " + kind.noun() + " set " + assignments + " where " + key() + " = ?";
        jdbc.batchUpdate(
                sql,
                entries.stream()
                        .map(this::valuesOf)
                        .map(CatalogueTable::keyLast)
                        .toList());
    }

    /** What the audit log says of entries stored as wanted. @param existing what was there, by key */
    final List<AuditedChange> auditsOf(List<T> entries, Map<String, T> existing) {
        return entries.stream()
                .map(entry -> {
                    T before = existing.get(keyOf(entry));
                    String action = kind.noun() + (before == null ? ".created" : ".changed");
                    return new AuditedChange(action, subjectOf(entry), before, entry);
                })
                .toList();
    }

    final Subject subjectOf(T entry) {
        return new Subject(kind.noun(), keyOf(entry));
    }

    final boolean delete(String key) {
        return jdbc.update("delete from " + kind.noun() + " where " + key() + " = ?", key) == 1;
    }

    /** Adds what other tables hold of these entries. */
    List<T> complete(List<T> entries) {
        return entries;
    }

    final Map<String, T> byKey(List<T> entries) {
        return entries.stream().collect(Collectors.toMap(this::keyOf, Function.identity()));
    }

    final Set<String> keysIn(String sql, Collection<String> parameters) {
        return parameters.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList(
                        sql.replace("(?)", "(" + marks(parameters.size()) + ")"), String.class, parameters.toArray()));
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private String select() {
        return "select " + String.join(", ", columns) + " from " + kind.noun();
    }

    private String key() {
        return columns.get(0);
    }

    private static Object[] keyLast(Object[] values) {
        Object[] turned = new Object[values.length];
        System.arraycopy(values, 1, turned, 0, values.length - 1);
        turned[values.length - 1] = values[0];
        return turned;
    }
}
