package dev.windrose.flight.changes;

import java.util.Collection;
import java.util.Collections;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes, in the transaction of a change, which flights a search must look at again. */
@Component
public class FlightChangeLog {
    private static final String INSERT = "insert into flight_change (flight_id, changed_at) values ";
    private static final String ROW = "(?, utc_timestamp(3))";
    private static final int FEW = 10;

    private final JdbcTemplate jdbc;

    public FlightChangeLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats, prices, times or status of these flights changed, or they are new. */
    public void flightsChanged(Collection<Long> flightIds) {
        if (flightIds.isEmpty()) {
            return;
        }
        if (flightIds.size() <= FEW) {
            // One call where a batch makes two (the driver first asks whether it may write): seats are locked
            // meanwhile.
            jdbc.update(INSERT + String.join(", ", Collections.nCopies(flightIds.size(), ROW)), flightIds.toArray());
        } else {
            jdbc.batchUpdate(INSERT + ROW, flightIds, 500, (statement, id) -> statement.setLong(1, id));
        }
    }

    /** Names or zones of the catalogue changed. */
    public void catalogueChanged() {
        jdbc.update(INSERT + "(null, utc_timestamp(3))");
    }
}
