package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Problems;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.LandFlights;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes a CSV file in: good rows land, bad ones are listed, the same file twice changes nothing. */
@Component
public class ImportCsv {
    private final ImportDatabase database;

    ImportCsv(ImportDatabase database) {
        this.database = database;
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
            return report;
        } catch (IOException e) {
            throw Problems.malformed("The file could not be read to its end.");
        }
    }

    private <R> ImportReport run(RowKind<R> rows, CsvReader csv, ProgressLog progress) throws IOException {
        return new ImportRun<>(rows, new ChunkLanding<>(rows, database.transactions()), progress).of(csv);
    }

    private RowKind<?> rows(ImportKind kind, boolean dryRun) {
        JdbcTemplate jdbc = database.jdbc();
        FlightChangeLog changes = new FlightChangeLog(jdbc);
        return switch (kind) {
            case CITIES -> CatalogueRows.cities(jdbc, changes, dryRun);
            case AIRPORTS -> CatalogueRows.airports(jdbc, changes, dryRun);
            case AIRLINES -> CatalogueRows.airlines(jdbc, changes, dryRun);
            case AIRPLANES -> CatalogueRows.airplanes(jdbc, changes, dryRun);
            case FLIGHTS -> new FlightRows(new LandFlights(jdbc, changes, dryRun));
        };
    }
}
