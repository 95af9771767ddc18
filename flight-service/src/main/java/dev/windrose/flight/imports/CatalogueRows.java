package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.catalogue.Airline;
import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Airport;
import dev.windrose.flight.catalogue.CabinLayout;
import dev.windrose.flight.catalogue.CabinLayoutText;
import dev.windrose.flight.catalogue.City;
import dev.windrose.flight.catalogue.LandEntries;
import dev.windrose.flight.catalogue.RowOutcome;
import dev.windrose.flight.changes.FlightChangeLog;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of the catalogue's four imports. */
record CatalogueRows<T>(List<String> columns, Parser<T> parser, LandEntries<T> landing, boolean dryRun)
        implements RowKind<T> {

    /** Makes an entry of a row, or null with its faults noted. */
    interface Parser<T> extends BiFunction<Faults, CsvColumns.Row, @Nullable T> {}

    static CatalogueRows<City> cities(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, boolean dryRun) {
        return new CatalogueRows<>(
                List.of("code", "name", "country", "timeZone"),
                (faults, row) ->
                        City.of(faults, row.get("code"), row.get("name"), row.get("country"), row.get("timeZone")),
                LandEntries.cities(jdbc, changes, audit),
                dryRun);
    }

    static CatalogueRows<Airport> airports(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, boolean dryRun) {
        return new CatalogueRows<>(
                List.of("code", "name", "cityCode", "latitude", "longitude", "timeZone"),
                (faults, row) -> Airport.of(
                        faults,
                        row.get("code"),
                        row.get("name"),
                        row.get("cityCode"),
                        row.get("latitude"),
                        row.get("longitude"),
                        row.get("timeZone")),
                LandEntries.airports(jdbc, changes, audit),
                dryRun);
    }

    static CatalogueRows<Airline> airlines(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, boolean dryRun) {
        return new CatalogueRows<>(
                List.of("code", "name", "accountingCode"),
                (faults, row) -> Airline.of(faults, row.get("code"), row.get("name"), row.get("accountingCode")),
                LandEntries.airlines(jdbc, changes, audit),
                dryRun);
    }

    static CatalogueRows<Airplane> airplanes(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, boolean dryRun) {
        return new CatalogueRows<>(
                List.of("registration", "model", "cabins"),
                (faults, row) -> {
                    List<CabinLayout> cabins = faults.required("cabins", row.get("cabins"), CabinLayoutText::parse);
                    return Airplane.of(
                            faults, row.get("registration"), row.get("model"), cabins == null ? List.of() : cabins);
                },
                LandEntries.airplanes(jdbc, changes, audit),
                dryRun);
    }

    @Override
    public @Nullable T parse(CsvColumns.Row row, Faults faults) {
        return parser.apply(faults, row);
    }

    @Override
    public String keyOf(T entry) {
        return landing.keyOf(entry);
    }

    @Override
    public List<RowOutcome> land(List<T> entries) {
        return landing.land(entries, dryRun);
    }
}
