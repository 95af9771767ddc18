package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.RowOutcome;
import dev.windrose.flight.imports.ImportReport.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file on its way in: rows are read one by one and land in chunks; what a chunk holds is all that is in memory, and the keys. */
final class ImportRun<R> {
    private static final int CHUNK = 500;

    private final RowKind<R> kind;
    private final ChunkLanding<R> landing;
    private final Consumer<Tally> progress;
    private final Tally tally = new Tally();
    private final Set<String> landedKeys = new HashSet<>();
    private final Set<String> waitingKeys = new HashSet<>();
    private final List<R> waiting = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    /** @param progress is told after every chunk */
    ImportRun(RowKind<R> kind, ChunkLanding<R> landing, Consumer<Tally> progress) {
        this.kind = kind;
        this.landing = landing;
        this.progress = progress;
    }

    ImportReport of(CsvReader csv) throws IOException {
        CsvColumns columns = CsvColumns.of(csv.next(), kind.columns());
        for (CsvRecord row = csv.next(); row != null; row = csv.next()) {
            tally.received();
            R parsed = parse(row, columns);
            if (parsed != null) {
                add(parsed, row.line());
            }
        }
        land();
        return tally.report();
    }

    private @Nullable R parse(CsvRecord row, CsvColumns columns) {
        if (row.fault() != null) {
            tally.rejected(row.line(), "malformed_row", "the row " + row.fault());
            return null;
        }
        if (row.fields().size() != columns.count()) {
            tally.rejected(
                    row.line(),
                    "column_count",
                    "the row has " + row.fields().size() + " columns, the header " + columns.count());
            return null;
        }
        Faults faults = new Faults();
        R parsed = kind.parse(columns.row(row), faults);
        if (!faults.isEmpty()) {
            tally.rejected(row.line(), faults.all());
            return null;
        }
        return parsed;
    }

    private void add(R row, long line) {
        String key = kind.keyOf(row);
        if (waitingKeys.contains(key)) {
            land();
        }
        if (landedKeys.contains(key)) {
            tally.rejected(line, "duplicate", "the row repeats the key of an earlier one");
            return;
        }
        waitingKeys.add(key);
        waiting.add(row);
        lines.add(line);
        if (waiting.size() == CHUNK) {
            land();
        }
    }

    private void land() {
        if (!waiting.isEmpty()) {
            List<RowOutcome> outcomes = landing.land(waiting);
            for (int i = 0; i < outcomes.size(); i++) {
                count(outcomes.get(i), waiting.get(i), lines.get(i));
            }
        }
        waiting.clear();
        waitingKeys.clear();
        lines.clear();
        progress.accept(tally);
    }

    private void count(RowOutcome outcome, R row, long line) {
        switch (outcome.kind()) {
            case CREATED -> tally.created();
            case UPDATED -> tally.updated();
            case UNCHANGED -> {}
            case REFUSED -> {
                tally.rejected(line, outcome.faults());
                return;
            }
        }
        landedKeys.add(kind.keyOf(row));
    }
}
