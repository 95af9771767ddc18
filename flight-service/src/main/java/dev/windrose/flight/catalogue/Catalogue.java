package dev.windrose.flight.catalogue;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** What staff do with one kind of catalogue entry, and how everybody looks it up. */
public final class Catalogue<T> {
    private static final int MAX_PREFIX = 120;

    private final CatalogueTable<T> table;
    private final FlightChangeLog changes;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Cursors cursors;

    Catalogue(
            CatalogueTable<T> table,
            FlightChangeLog changes,
            AuditLog audit,
            TransactionOperations transactions,
            Cursors cursors) {
        this.table = table;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.cursors = cursors;
    }

    /** Stores a new entry; 409 {@code already_exists} if its key is taken, 400 if it refers to nothing. */
    public void add(T entry) {
        try {
            transactions.executeWithoutResult(status -> {
                refuseIfAny(table.refusals(List.of(entry), Map.of()));
                table.insert(List.of(entry));
                changes.catalogueChanged();
                audit.record(table.auditsOf(List.of(entry), Map.of()));
            });
        } catch (DuplicateKeyException e) {
            throw table.kind().alreadyExists();
        }
    }

    /** Replaces an entry by what {@code change} makes of it; its key stays. 409 {@code in_use} if what uses it forbids that. */
    public T change(String key, UnaryOperator<T> change) {
        return transactions.execute(status -> {
            Map<String, T> existing = table.lock(List.of(key));
            T before = existing.get(key);
            if (before == null) {
                throw table.kind().notFound();
            }
            T wanted = change.apply(before);
            if (!wanted.equals(before)) {
                store(wanted, existing);
            }
            return wanted;
        });
    }

    /** Deletes an entry; 409 {@code in_use} if anything refers to it. */
    public void remove(String key) {
        try {
            transactions.executeWithoutResult(status -> {
                T before = table.lock(List.of(key)).get(key);
                if (before == null || !table.delete(key)) {
                    throw table.kind().notFound();
                }
                changes.catalogueChanged();
                audit.record(table.kind().noun() + ".deleted", table.subjectOf(before), before, null);
            });
        } catch (DataIntegrityViolationException e) {
            throw table.kind().inUse();
        }
    }

    /** The entry; 404 if there is none. */
    public T get(String key) {
        T found = table.find(key);
        if (found == null) {
            throw table.kind().notFound();
        }
        return found;
    }

    /** A page of the entries whose code, name or city begins with {@code prefix} (all, without one), in the order of their keys. */
    public Page<T> list(@Nullable String prefix, int limit, @Nullable String cursor) {
        String begins = prefix == null || prefix.isBlank() ? null : prefix.strip();
        if (begins != null && begins.length() > MAX_PREFIX) {
            throw ValidationFailed.of("q", "invalid", "must have at most " + MAX_PREFIX + " characters");
        }
        String list = table.kind() + ":" + begins;
        String after = cursors.decode(list, cursor);
        return Page.of(
                table.page(begins, after == null ? "" : after, limit + 1),
                limit,
                last -> cursors.encode(list, table.keyOf(last)));
    }

    private void store(T wanted, Map<String, T> existing) {
        if (!existing.containsKey(table.keyOf(wanted))) {
            throw ValidationFailed.of(table.kind().keyField(), "immutable", "can't be changed");
        }
        refuseIfAny(table.refusals(List.of(wanted), existing));
        table.update(List.of(wanted), existing);
        changes.catalogueChanged();
        audit.record(table.auditsOf(List.of(wanted), existing));
    }

    private static void refuseIfAny(Map<String, FieldFault> refusals) {
        if (!refusals.isEmpty()) {
            throw Refusals.problem(refusals.values().iterator().next());
        }
    }
}
