package dev.windrose.flight.changes;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction of a change, what searches must know of it. Call it with the rows of the flights' cabins locked: then the rows
 * of a cabin in the log are in the order of its changes.
 */
@Component
public class FlightChangeLog {
    private static final String FLIGHTS = "insert into flight_change (flight_id, created, changed_at) values ";
    private static final String FLIGHT = "(?, ?, utc_timestamp(3))";
    private static final String OFFERS =
            "insert into flight_change (flight_id, cabin, price_minor, seats_available, prior_price_minor,"
                    + " prior_seats_available, changed_at) values ";
    private static final String OFFER = "(?, ?, ?, ?, ?, ?, utc_timestamp(3))";

    private final JdbcTemplate jdbc;

    public FlightChangeLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** These flights are new. */
    public void flightsCreated(Collection<Long> flightIds) {
        flights(flightIds, true);
    }

    /** Times, status, airplane or cabins of these flights changed, or they are gone. */
    public void flightsChanged(Collection<Long> flightIds) {
        flights(flightIds, false);
    }

    /** Prices or seats changed, and nothing else. One call, however many: seats are locked meanwhile. */
    public void offersChanged(List<OfferChange> offers) {
        if (offers.isEmpty()) {
            return;
        }
        Object[] values = offers.stream()
                .flatMap(offer -> List.<Object>of(
                        offer.flightId(),
                        offer.cabin(),
                        offer.after().priceMinor(),
                        offer.after().seatsAvailable(),
                        offer.before().priceMinor(),
                        offer.before().seatsAvailable())
                        .stream())
                .toArray();
        jdbc.update(OFFERS + String.join(", ", Collections.nCopies(offers.size(), OFFER)), values);
    }

    /** Names or zones of the catalogue changed. */
    public void catalogueChanged() {
        jdbc.update("insert into flight_change (flight_id, changed_at) values (null, utc_timestamp(3))");
    }

    private void flights(Collection<Long> flightIds, boolean created) {
        jdbc.batchUpdate(FLIGHTS + FLIGHT, flightIds, 500, (statement, id) -> {
            statement.setLong(1, id);
            statement.setBoolean(2, created);
        });
    }
}
