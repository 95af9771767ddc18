package dev.windrose.flight.inventory;

import static java.util.stream.Collectors.toMap;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.inventory.HoldView.Airline;
import dev.windrose.flight.inventory.HoldView.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the flights of a hold, all at once and without a lock. */
@Component
class FlightFactsReader {
    private static final String SELECT = """
            select f.id, f.flight_number, f.departs_at, f.arrives_at, f.scheduled_departs_at, f.status, f.currency,
                   a.code as airline, a.name as airline_name, a.accounting_code,
                   o.code as origin, o.name as origin_name, oc.name as origin_city, o.time_zone as origin_zone,
                   d.code as destination, d.name as destination_name, dc.name as destination_city, d.time_zone as destination_zone
            from flight f
            join airline a on a.code = f.airline_code
            join airport o on o.code = f.origin
            join city oc on oc.code = o.city_code
            join airport d on d.code = f.destination
            join city dc on dc.code = d.city_code
            where f.id in (:ids)
            """;

    private final JdbcClient jdbc;

    FlightFactsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their ids; who isn't there isn't a flight. */
    Map<Long, FlightFacts> read(Collection<Long> flightIds) {
        if (flightIds.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(SELECT).param("ids", flightIds).query((row, n) -> factsOf(row)).list().stream()
                .collect(toMap(FlightFacts::id, facts -> facts));
    }

    /** Whether one of them is cancelled: after their cabins are locked, the answer stays true until commit. */
    boolean anyCancelled(Collection<Long> flightIds) {
        return jdbc.sql("select count(*) from flight where id in (:ids) and status = 'CANCELLED'")
                        .param("ids", flightIds)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static FlightFacts factsOf(ResultSet row) throws SQLException {
        return new FlightFacts(
                row.getLong("id"),
                row.getString("flight_number"),
                new Airline(row.getString("airline"), row.getString("airline_name"), row.getString("accounting_code")),
                place(row, "origin"),
                place(row, "destination"),
                Utc.instant(row, "departs_at"),
                Utc.instant(row, "arrives_at"),
                Utc.instant(row, "scheduled_departs_at"),
                row.getString("status"),
                row.getString("currency"));
    }

    private static Place place(ResultSet row, String end) throws SQLException {
        return new Place(
                row.getString(end),
                row.getString(end + "_name"),
                row.getString(end + "_city"),
                row.getString(end + "_zone"));
    }
}
