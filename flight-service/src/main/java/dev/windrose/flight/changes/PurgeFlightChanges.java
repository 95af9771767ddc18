package dev.windrose.flight.changes;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what no follower needs any more. Any number of replicas may do it. */
@Component
public class PurgeFlightChanges {
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final FlightChangeSettings settings;

    public PurgeFlightChanges(JdbcClient jdbc, FlightChangeSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The newest of the old rows stays: followers take its absence for a log that was emptied under them. */
    public void purge() {
        Optional<Long> newestOld = jdbc.sql(
                        "select max(seq) from flight_change where changed_at < utc_timestamp(3) - interval ? second")
                .param(settings.keep().toSeconds())
                .query((row, n) -> row.getLong(1))
                .optional();
        int removed = ROWS_AT_ONCE;
        while (newestOld.isPresent() && removed == ROWS_AT_ONCE) {
            removed = jdbc.sql("delete from flight_change where changed_at < utc_timestamp(3) - interval ? second"
                            + " and seq < ? order by seq limit " + ROWS_AT_ONCE)
                    .params(settings.keep().toSeconds(), newestOld.get())
                    .update();
        }
    }
}
