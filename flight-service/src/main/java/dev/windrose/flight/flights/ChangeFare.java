package dev.windrose.flight.flights;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.audit.Subject;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.changes.OfferChange.Offered;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a seat costs from now on; what is held or sold keeps its price. */
@Component
public class ChangeFare {
    private final JdbcClient jdbc;
    private final FlightStore store;
    private final FlightChangeLog changes;
    private final AuditLog audit;
    private final OperatedFlights flights;
    private final FlightEvents events;

    ChangeFare(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, OperatedFlights flights, FlightEvents events) {
        this.jdbc = JdbcClient.create(jdbc);
        this.store = new FlightStore(jdbc, changes, audit);
        this.changes = changes;
        this.audit = audit;
        this.flights = flights;
        this.events = events;
    }

    /** The same price again changes nothing and leaves no history. 404 if there is no such flight, 400 if it doesn't sell the cabin. */
    @Transactional
    public void change(long flightId, Cabin cabin, Money price) {
        Offered before = jdbc.sql("select price_minor, capacity - held - sold from flight_cabin"
                        + " where flight_id = ? and cabin = ? for update")
                .params(flightId, cabin.name())
                .query((row, n) -> new Offered(row.getLong(1), row.getInt(2)))
                .optional()
                .orElseThrow(() -> store.find(flightId).isEmpty() ? new FlightNotFound() : notSold());
        String currency = jdbc.sql("select currency from flight where id = ?")
                .param(flightId)
                .query(String.class)
                .single();
        if (!currency.equals(price.currency().value())) {
            throw ValidationFailed.of(
                    "price.currency", "mixed_currencies", "must be " + currency + ", like the flight's other fares");
        }
        if (before.priceMinor() != price.minor()) {
            jdbc.sql("update flight_cabin set price_minor = ? where flight_id = ? and cabin = ?")
                    .params(price.minor(), flightId, cabin.name())
                    .update();
            store.noteFares(Map.of(flightId, List.of(new Fare(cabin, price))));
            Offered after = new Offered(price.minor(), before.seatsAvailable());
            changes.offersChanged(List.of(new OfferChange(flightId, cabin.name(), before, after)));
            Fare old = new Fare(cabin, Money.ofMinor(before.priceMinor(), currency));
            Fare fare = new Fare(cabin, price);
            audit.record("flight.fare-changed", Subject.flight(flightId), old, fare);
            events.fareChanged(flights.read(flightId), old, fare);
        }
    }

    static ValidationFailed notSold() {
        return ValidationFailed.of("cabin", "unknown", "is not sold on this flight");
    }
}
