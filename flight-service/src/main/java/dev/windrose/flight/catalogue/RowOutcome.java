package dev.windrose.flight.catalogue;

import org.jspecify.annotations.Nullable;

/** What became of one row of an import. */
public record RowOutcome(Kind kind, @Nullable Refusal refusal) {
    public static final RowOutcome CREATED = new RowOutcome(Kind.CREATED, null);
    public static final RowOutcome UPDATED = new RowOutcome(Kind.UPDATED, null);
    public static final RowOutcome UNCHANGED = new RowOutcome(Kind.UNCHANGED, null);

    /** The ways a row can end. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    public static RowOutcome refused(Refusal refusal) {
        return new RowOutcome(Kind.REFUSED, refusal);
    }
}
