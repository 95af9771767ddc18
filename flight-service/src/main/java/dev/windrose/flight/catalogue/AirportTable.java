package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Airports in the database. One that flights use keeps its zone: their local dates and times were made with it. */
final class AirportTable extends CatalogueTable<Airport> {
    AirportTable(JdbcTemplate jdbc) {
        super(
                CatalogueKind.AIRPORT,
                List.of("code", "name", "city_code", "latitude", "longitude", "time_zone"),
                (row, n) -> new Airport(
                        new AirportCode(row.getString("code")),
                        row.getString("name"),
                        new CityCode(row.getString("city_code")),
                        Position.normal(row.getBigDecimal("latitude")),
                        Position.normal(row.getBigDecimal("longitude")),
                        new TimeZoneId(row.getString("time_zone"))),
                jdbc);
    }

    @Override
    String keyOf(Airport airport) {
        return airport.code().value();
    }

    @Override
    Object[] valuesOf(Airport airport) {
        return new Object[] {
            airport.code().value(),
            airport.name(),
            airport.cityCode().value(),
            airport.latitude(),
            airport.longitude(),
            airport.timeZone().value()
        };
    }

    @Override
    Search searchFor(String prefix) {
        String code = Prefix.ofCode(prefix);
        String name = Prefix.ofName(prefix);
        return new Search(
                "code like ? or name like ? escape '!'"
                        + " or city_code in (select c.code from city c where c.code like ? or c.name like ? escape '!')",
                List.of(code, name, code, name));
    }

    @Override
    Map<String, FieldFault> refusals(List<Airport> wanted, Map<String, Airport> existing) {
        Set<String> cities = keysIn(
                "select code from city where code in (?) order by code lock in share mode",
                wanted.stream().map(a -> a.cityCode().value()).collect(Collectors.toSet()));
        Set<String> inUse = flownTo(wanted.stream()
                .filter(a -> changesZone(a, existing.get(keyOf(a))))
                .map(this::keyOf)
                .collect(Collectors.toSet()));
        Map<String, FieldFault> refusals = new HashMap<>();
        for (Airport airport : wanted) {
            if (!cities.contains(airport.cityCode().value())) {
                refusals.put(keyOf(airport), Refusals.unknown("cityCode", "city"));
            } else if (inUse.contains(keyOf(airport))) {
                refusals.put(keyOf(airport), Refusals.inUse("timeZone", "can't change while flights use the airport"));
            }
        }
        return refusals;
    }

    private Set<String> flownTo(Set<String> airports) {
        return keysIn(
                "select a.code from airport a where a.code in (?) and (exists (select 1 from flight f where f.origin = a.code)"
                        + " or exists (select 1 from flight f where f.destination = a.code))",
                airports);
    }

    private static boolean changesZone(Airport airport, @Nullable Airport before) {
        return before != null && !before.timeZone().equals(airport.timeZone());
    }
}
