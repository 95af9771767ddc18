package dev.windrose.flight.flights;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.audit.Subject;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.FlightView.AirlineView;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import dev.windrose.flight.flights.OperatedFlight.Place;
import dev.windrose.flight.flights.OperatedFlight.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Flights under the hands of the operations desk, in the transaction of the caller. */
@Component
class OperatedFlights {
    private static final String SELECT =
            "select f.id, f.flight_number, f.departs_at, f.arrives_at, f.scheduled_departs_at, f.scheduled_arrives_at,"
                    + " f.status, f.reason, f.version, l.code as airline_code, l.name as airline_name, p.registration, p.model,"
                    + " o.code as origin_code, o.name as origin_name, o.time_zone as origin_zone, oc.name as origin_city,"
                    + " d.code as destination_code, d.name as destination_name, d.time_zone as destination_zone,"
                    + " dc.name as destination_city"
                    + " from flight f join airline l on l.code = f.airline_code join airplane p on p.registration = f.airplane"
                    + " join airport o on o.code = f.origin join city oc on oc.code = o.city_code"
                    + " join airport d on d.code = f.destination join city dc on dc.code = d.city_code where f.id = ?";

    private final JdbcClient jdbc;
    private final FlightChangeLog changes;
    private final AuditLog audit;

    OperatedFlights(JdbcClient jdbc, FlightChangeLog changes, AuditLog audit) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * The flight, with nobody else taking its seats or changing it until the end of the transaction: its cabins are locked first, as those
     * who hold seats lock them, then its own row.
     *
     * @throws FlightNotFound if there is none
     */
    OperatedFlight lock(long id) {
        jdbc.sql("select sold from flight_cabin where flight_id = ? order by flight_id, cabin for update")
                .param(id)
                .query(Integer.class)
                .list();
        var unused = jdbc.sql("select version from flight where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(FlightNotFound::new);
        return read(id);
    }

    /** As last committed. @throws FlightNotFound if there is none */
    OperatedFlight read(long id) {
        return jdbc.sql(SELECT)
                .param(id)
                .query((row, n) -> flight(row))
                .optional()
                .orElseThrow(FlightNotFound::new);
    }

    /** Stores how a locked flight stands from now on, with its notes for the read models and the auditors. */
    void store(String action, OperatedFlight before, OperatedFlight after) {
        State state = after.state();
        jdbc.sql("update flight set status = ?, departs_at = ?, arrives_at = ?, reason = ?, airplane = ?, version = ?"
                        + " where id = ?")
                .param(state.status().name())
                .param(Utc.column(state.departureTime()))
                .param(Utc.column(state.arrivalTime()))
                .param(state.reason())
                .param(after.airplane().registration())
                .param(after.version())
                .param(after.id())
                .update();
        changes.flightsChanged(List.of(after.id()));
        audit.record(action, Subject.flight(after.id()), audited(before), audited(after));
    }

    private static Object audited(OperatedFlight flight) {
        record Audited(String airplane, State state) {}
        return new Audited(flight.airplane().registration(), flight.state());
    }

    private static OperatedFlight flight(ResultSet row) throws SQLException {
        return new OperatedFlight(
                row.getLong("id"),
                row.getString("flight_number"),
                new AirlineView(row.getString("airline_code"), row.getString("airline_name")),
                place(row, "origin"),
                place(row, "destination"),
                new AirplaneView(row.getString("registration"), row.getString("model")),
                Utc.instant(row, "scheduled_departs_at"),
                Utc.instant(row, "scheduled_arrives_at"),
                new State(
                        FlightStatus.valueOf(row.getString("status")),
                        Utc.instant(row, "departs_at"),
                        Utc.instant(row, "arrives_at"),
                        row.getString("reason")),
                row.getLong("version"));
    }

    private static Place place(ResultSet row, String end) throws SQLException {
        return new Place(
                row.getString(end + "_code"),
                row.getString(end + "_name"),
                row.getString(end + "_city"),
                row.getString(end + "_zone"));
    }
}
