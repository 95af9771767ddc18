package dev.windrose.flight.changes;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes, in the transaction of a change, which flights a search must look at again. */
@Component
public class FlightChangeLog {
    private static final String INSERT =
            "insert into flight_change (flight_id, changed_at) values (?, utc_timestamp(3))";

    private final JdbcTemplate jdbc;

    public FlightChangeLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats, prices, times or status of these flights changed, or they are new. */
    public void flightsChanged(Collection<Long> flightIds) {
        jdbc.batchUpdate(INSERT, flightIds, 500, (statement, id) -> statement.setLong(1, id));
    }

    /** Names or zones of the catalogue changed. */
    public void catalogueChanged() {
        jdbc.update("insert into flight_change (flight_id, changed_at) values (null, utc_timestamp(3))");
    }
}
