package dev.windrose.flight.search;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Cabin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a timetable into the tables, as tests need it, with the change log that goes with it. */
final class Network {
    private final JdbcClient jdbc;
    private final Map<String, ZoneId> zones = new HashMap<>();

    record Fare(Cabin cabin, long minor, int capacity, int taken) {}

    Network(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Fare economy(long minor) {
        return new Fare(Cabin.ECONOMY, minor, 100, 0);
    }

    Network city(String code, String name, String zone) {
        jdbc.sql("insert ignore into city (code, name, country, time_zone) values (?, ?, 'US', ?)")
                .params(code, name, zone)
                .update();
        return this;
    }

    Network airport(String code, String city, String zone) {
        jdbc.sql("insert ignore into airport (code, name, city_code, latitude, longitude, time_zone)"
                        + " values (?, ?, ?, 0, 0, ?)")
                .params(code, code + " International", city, zone)
                .update();
        zones.put(code, ZoneId.of(zone));
        return this;
    }

    Network minimumConnection(String airport, int minutes) {
        jdbc.sql("update airport set min_connection_minutes = ? where code = ?")
                .params(minutes, airport)
                .update();
        return this;
    }

    Network airline(String code) {
        jdbc.sql("insert ignore into airline (code, name, accounting_code) values (?, ?, '000')")
                .params(code, "Airline " + code)
                .update();
        jdbc.sql("insert ignore into airplane (registration, model) values (?, 'Test model')")
                .params("X-" + code)
                .update();
        return this;
    }

    /** Call when names, zones or cities were written. */
    void catalogueWritten() {
        jdbc.sql("insert into flight_change (flight_id, changed_at) values (null, utc_timestamp(3))")
                .update();
    }

    /** A scheduled flight at local times of its airports; the log tells of it. */
    long flight(String number, String from, String to, LocalDateTime departs, LocalDateTime arrives, Fare... fares) {
        return flight(
                number, from, to, instant(departs, from), instant(arrives, to), "USD", "SCHEDULED", List.of(fares));
    }

    long flight(
            String number,
            String from,
            String to,
            Instant departs,
            Instant arrives,
            String currency,
            String status,
            List<Fare> fares) {
        String airline = number.substring(0, 2);
        LocalDate date = LocalDate.ofInstant(departs, zones.getOrDefault(from, ZoneOffset.UTC));
        jdbc.sql("""
                        insert into flight (flight_number, airline_code, airplane, origin, destination, departure_date,
                            departs_at, arrives_at, scheduled_departs_at, scheduled_arrives_at, status, currency)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(number, airline, "X-" + airline, from, to, date)
                .params(
                        Utc.column(departs),
                        Utc.column(arrives),
                        Utc.column(departs),
                        Utc.column(arrives),
                        status,
                        currency)
                .update();
        long id = jdbc.sql("select id from flight where flight_number = ? and departure_date = ? and origin = ?")
                .params(number, date, from)
                .query(Long.class)
                .single();
        for (Fare fare : fares) {
            jdbc.sql("insert into flight_cabin (flight_id, cabin, price_minor, capacity, held, sold)"
                            + " values (?, ?, ?, ?, 0, ?)")
                    .params(id, fare.cabin().name(), fare.minor(), fare.capacity(), fare.taken())
                    .update();
        }
        changed(id, true);
        return id;
    }

    /** Changes the row and writes the log, as the service does in one transaction. */
    void update(long flight, String sql, Object... params) {
        jdbc.sql(sql).params(params).param(flight).update();
        changed(flight, false);
    }

    void price(long flight, long minor) {
        update(flight, "update flight_cabin set price_minor = ? where cabin = 'ECONOMY' and flight_id = ?", minor);
    }

    void held(long flight, int seats) {
        update(flight, "update flight_cabin set held = ? where cabin = 'ECONOMY' and flight_id = ?", seats);
    }

    void status(long flight, String status) {
        update(flight, "update flight set status = ? where id = ?", status);
    }

    private void changed(long flight, boolean created) {
        jdbc.sql("insert into flight_change (flight_id, created, changed_at) values (?, ?, utc_timestamp(3))")
                .params(flight, created)
                .update();
    }

    private Instant instant(LocalDateTime local, String airport) {
        return local.atZone(zones.getOrDefault(airport, ZoneOffset.UTC)).toInstant();
    }
}
