package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import java.util.List;

/** What became of one row of an import. @param faults why it was refused, else empty */
public record RowOutcome(Kind kind, List<FieldFault> faults) {
    public static final RowOutcome CREATED = new RowOutcome(Kind.CREATED, List.of());
    public static final RowOutcome UPDATED = new RowOutcome(Kind.UPDATED, List.of());
    public static final RowOutcome UNCHANGED = new RowOutcome(Kind.UNCHANGED, List.of());

    /** The ways a row can end. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    public static RowOutcome refused(List<FieldFault> faults) {
        return new RowOutcome(Kind.REFUSED, List.copyOf(faults));
    }
}
