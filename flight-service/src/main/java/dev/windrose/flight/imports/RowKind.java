package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.RowOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one kind of import knows of its rows. One object serves one import. */
interface RowKind<R> {
    List<String> columns();

    /** What the row says, null if any fault was noted. */
    @Nullable
    R parse(CsvColumns.Row row, Faults faults);

    /** What no two rows of a file may share. */
    String keyOf(R row);

    /** Says what becomes of each of these rows, whose keys differ, and does so unless it is a dry run; in the caller's transaction. */
    List<RowOutcome> land(List<R> rows);
}
