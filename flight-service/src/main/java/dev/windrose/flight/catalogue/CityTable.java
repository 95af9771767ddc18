package dev.windrose.flight.catalogue;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cities in the database. */
final class CityTable extends CatalogueTable<City> {
    CityTable(JdbcTemplate jdbc) {
        super(
                CatalogueKind.CITY,
                List.of("code", "name", "country", "time_zone"),
                (row, n) -> new City(
                        new CityCode(row.getString("code")),
                        row.getString("name"),
                        new CountryCode(row.getString("country")),
                        new TimeZoneId(row.getString("time_zone"))),
                jdbc);
    }

    @Override
    String keyOf(City city) {
        return city.code().value();
    }

    @Override
    Object[] valuesOf(City city) {
        return new Object[] {
            city.code().value(),
            city.name(),
            city.country().value(),
            city.timeZone().value()
        };
    }

    @Override
    Search searchFor(String prefix) {
        return new Search(
                "code like ? or name like ? escape '!'", List.of(Prefix.ofCode(prefix), Prefix.ofName(prefix)));
    }
}
