package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Problems;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.audit.Subject;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.LandFlights;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes a CSV file in: good rows land, bad ones are listed, the same file twice changes nothing. */
@Component
public class ImportCsv {
    private final ImportDatabase database;
    private final AuditLog audit;

    ImportCsv(ImportDatabase database, AuditLog audit) {
        this.database = database;
        this.audit = audit.on(database.jdbc());
    }

    /**
     * Reads the file to its end, landing rows as they come. What landed stays, even if the connection breaks half-way.
     *
     * @param dryRun checks every row, held also against the rows before it, and stores nothing
     */
    public ImportReport run(ImportKind kind, InputStream csv, boolean dryRun) {
        ProgressLog progress = new ProgressLog(kind, dryRun);
        try {
            ImportReport report = run(rows(kind, dryRun), new CsvReader(csv), progress);
            progress.end(report);
            if (!dryRun) {
                note(kind, report);
            }
            return report;
        } catch (IOException e) {
            throw Problems.malformed("The file could not be read to its end.");
        }
    }

    private <R> ImportReport run(RowKind<R> rows, CsvReader csv, ProgressLog progress) throws IOException {
        return new ImportRun<>(rows, new ChunkLanding<>(rows, database.transactions()), progress).of(csv);
    }

    /** Every row that landed has an entry of its own. */
    private void note(ImportKind kind, ImportReport report) {
        String rows = kind.name().toLowerCase(Locale.ROOT);
        database.transactions()
                .executeWithoutResult(status ->
                        audit.record(rows + ".imported", new Subject("import", rows), null, Counts.of(report)));
    }

    /** What became of the rows, in numbers. */
    private record Counts(long received, long created, long updated, long rejected) {
        static Counts of(ImportReport report) {
            return new Counts(report.received(), report.created(), report.updated(), report.rejected());
        }
    }

    private RowKind<?> rows(ImportKind kind, boolean dryRun) {
        JdbcTemplate jdbc = database.jdbc();
        FlightChangeLog changes = new FlightChangeLog(jdbc);
        return switch (kind) {
            case CITIES -> CatalogueRows.cities(jdbc, changes, audit, dryRun);
            case AIRPORTS -> CatalogueRows.airports(jdbc, changes, audit, dryRun);
            case AIRLINES -> CatalogueRows.airlines(jdbc, changes, audit, dryRun);
            case AIRPLANES -> CatalogueRows.airplanes(jdbc, changes, audit, dryRun);
            case FLIGHTS -> new FlightRows(new LandFlights(jdbc, changes, audit, dryRun));
        };
    }
}
