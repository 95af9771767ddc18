package dev.windrose.flight.catalogue;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Airlines in the database. */
final class AirlineTable extends CatalogueTable<Airline> {
    AirlineTable(JdbcTemplate jdbc) {
        super(
                CatalogueKind.AIRLINE,
                List.of("code", "name", "accounting_code"),
                (row, n) -> new Airline(
                        new AirlineCode(row.getString("code")),
                        row.getString("name"),
                        new AccountingCode(row.getString("accounting_code"))),
                jdbc);
    }

    @Override
    String keyOf(Airline airline) {
        return airline.code().value();
    }

    @Override
    Object[] valuesOf(Airline airline) {
        return new Object[] {
            airline.code().value(), airline.name(), airline.accountingCode().value()
        };
    }

    @Override
    Search searchFor(String prefix) {
        return new Search(
                "code like ? or name like ? escape '!'", List.of(Prefix.ofCode(prefix), Prefix.ofName(prefix)));
    }
}
