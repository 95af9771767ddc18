package dev.windrose.flight.search;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.MinimumConnectionTimes;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.search.Directory.Airport;
import dev.windrose.flight.search.Routes.Route;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the read model is made of, in pages: no query here runs long or holds much. */
@Component
class TimetableTables {
    private static final int PAGE = 4_000;
    private static final Duration USUAL_MIN_CONNECTION = MinimumConnectionTimes.USUAL;
    private static final String FLIGHTS = """
            select id, flight_number, airline_code, airplane, origin, destination, departs_at, arrives_at,
                   scheduled_departs_at, status, currency
            from flight
            """;

    private final JdbcClient jdbc;

    TimetableTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A flight as its row has it, with its cabins: bookable or not. */
    record StoredFlight(TimetableFlight.Row row, List<CabinOffer> offers) {}

    private record StoredOffer(long flightId, CabinOffer offer) {}

    Directory directory() {
        Map<String, Airport> airports = new HashMap<>();
        Map<String, List<String>> byCity = new HashMap<>();
        jdbc.sql("select code from city")
                .query(String.class)
                .list()
                .forEach(code -> byCity.put(code, new ArrayList<>()));
        jdbc.sql("""
                        select a.code, a.name, a.city_code, c.name, a.time_zone, coalesce(a.min_connection_minutes, ?)
                        from airport a join city c on c.code = a.city_code order by a.code
                        """).param(USUAL_MIN_CONNECTION.toMinutes()).query(row -> {
            Airport airport = new Airport(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    ZoneId.of(row.getString(5)),
                    Duration.ofMinutes(row.getLong(6)).toMillis());
            airports.put(airport.code(), airport);
            byCity.computeIfAbsent(airport.cityCode(), c -> new ArrayList<>()).add(airport.code());
        });
        return new Directory(
                airports,
                byCity,
                names("select code, name from airline"),
                names("select registration, model from airplane"));
    }

    List<Route> routes() {
        return jdbc.sql("select distinct origin, destination from flight")
                .query((row, n) -> new Route(row.getString(1), row.getString(2)))
                .list();
    }

    /** The next page of flights, in the order of their ids, that depart after an instant; empty at the end. */
    List<StoredFlight> pageAfter(long id, Instant departingAfter) {
        List<TimetableFlight.Row> rows = jdbc.sql(
                        FLIGHTS + " where id > ? and departs_at > ? order by id limit " + PAGE)
                .params(id, Utc.column(departingAfter))
                .query((row, n) -> flight(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        return withOffers(
                rows,
                jdbc.sql("""
                                select flight_id, cabin, price_minor, capacity, held, sold from flight_cabin
                                where flight_id between ? and ?
                                """).params(rows.get(0).id(), rows.get(rows.size() - 1).id()));
    }

    /** These flights, without those that are no more. */
    List<StoredFlight> byIds(Collection<Long> ids) {
        List<TimetableFlight.Row> rows = jdbc.sql(FLIGHTS + " where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> flight(row))
                .list();
        return withOffers(rows, jdbc.sql("""
                                select flight_id, cabin, price_minor, capacity, held, sold from flight_cabin
                                where flight_id in (:ids)
                                """).param("ids", ids));
    }

    private static List<StoredFlight> withOffers(List<TimetableFlight.Row> rows, JdbcClient.StatementSpec offersQuery) {
        Map<Long, List<CabinOffer>> offers = new HashMap<>();
        offersQuery
                .query((row, n) -> offer(row))
                .list()
                .forEach(o -> offers.computeIfAbsent(o.flightId(), id -> new ArrayList<>(2))
                        .add(o.offer()));
        return rows.stream()
                .map(row -> new StoredFlight(
                        row,
                        offers.getOrDefault(row.id(), List.of()).stream()
                                .sorted(Comparator.comparing(CabinOffer::cabin))
                                .toList()))
                .toList();
    }

    private static StoredOffer offer(ResultSet row) throws SQLException {
        int capacity = row.getInt(4);
        return new StoredOffer(
                row.getLong(1),
                new CabinOffer(
                        Cabin.valueOf(row.getString(2)),
                        row.getLong(3),
                        capacity,
                        capacity - row.getInt(5) - row.getInt(6)));
    }

    /** The codes are interned: a few hundred of them stand for all flights. */
    private static TimetableFlight.Row flight(ResultSet row) throws SQLException {
        return new TimetableFlight.Row(
                row.getLong("id"),
                row.getString("flight_number"),
                row.getString("airline_code").intern(),
                row.getString("origin"),
                row.getString("destination"),
                row.getString("airplane").intern(),
                Utc.instant(row, "departs_at"),
                Utc.instant(row, "arrives_at"),
                Utc.instant(row, "scheduled_departs_at"),
                FlightStatus.valueOf(row.getString("status")),
                row.getString("currency").intern(),
                null);
    }

    private Map<String, String> names(String sql) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }
}
