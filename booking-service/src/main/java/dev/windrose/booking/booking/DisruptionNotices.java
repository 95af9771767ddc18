package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who has yet to be told that a flight has other times or is cancelled: a row for each booking and flight. It is written in the transaction
 * that changes the booking, for bookings that do change: repeated and late news, which change none, make none. Bookings are locked before
 * their notices.
 */
@Component
class DisruptionNotices {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    private static final String DISRUPTED = """
             from flight_state f join booking_segment s on s.flight_id = f.flight_id join booking b on b.id = s.booking_id
            where f.flight_id = :flight and f.status in ('SCHEDULED', 'DELAYED', 'CANCELLED')
                and b.state in ('PAYING', 'CONFIRMED')
                and (s.departure_at <> f.departure_at or s.arrival_at <> f.arrival_at
                    or f.status = 'CANCELLED' and s.flight_status <> 'CANCELLED')
            """;

    /** Of a booking held by the release before there may be no places yet: then everybody is on the flight. */
    private static final String SOMEBODY_ON_IT = """
                and coalesce((select min(p.cancelled_at is not null) from passenger_flight p
                    where p.booking_id = s.booking_id and p.flight_id = s.flight_id), 0) = 0
            """;

    private static final String WRITE = """
            insert into disruption_notice (booking_id, flight_id, version, previous_departure_at, previous_arrival_at, due_at)
            select s.booking_id, s.flight_id, f.version, s.departure_at, s.arrival_at, :now
            """ + DISRUPTED + SOMEBODY_ON_IT + """
            on duplicate key update version = values(version), due_at = values(due_at)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    DisruptionNotices(JdbcClient jdbc, TransactionOperations transactions, @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Which booking, and which flight of it. */
    record Key(String bookingId, String flightId) {}

    /** What was known before. @param reason the airline's words, if it said any */
    record Notice(Instant previousDeparture, Instant previousArrival, Optional<String> reason) {}

    /** In the transaction that then changes the bookings by what the flight's state says. */
    void write(String flightId) {
        long disrupted = jdbc.sql("select count(b.id)" + DISRUPTED + " for update")
                .param("flight", flightId)
                .query(Long.class)
                .single();
        if (disrupted > 0) {
            jdbc.sql(WRITE)
                    .param("flight", flightId)
                    .param("now", Utc.column(clock.instant()))
                    .update();
        }
    }

    /** Some that are due, kept from the other replicas for a while. */
    List<Key> claim() {
        return transactions.execute(status -> {
            Instant now = clock.instant();
            List<Key> due = jdbc.sql("select booking_id, flight_id from disruption_notice where due_at <= ?"
                            + " order by due_at limit " + BATCH + " for update skip locked")
                    .param(Utc.column(now))
                    .query((row, n) -> new Key(row.getString("booking_id"), row.getString("flight_id")))
                    .list();
            String later = Utc.column(now.plus(LEASE));
            due.forEach(key -> jdbc.sql("update disruption_notice set due_at = ?, attempts = attempts + 1"
                            + " where booking_id = ? and flight_id = ?")
                    .params(later, key.bookingId, key.flightId)
                    .update());
            return due;
        });
    }

    /** Empty if somebody else has dealt with it. The caller holds the booking's lock. */
    Optional<Notice> find(Key key) {
        return jdbc.sql("select n.previous_departure_at, n.previous_arrival_at, f.reason from disruption_notice n"
                        + " left join flight_state f on f.flight_id = n.flight_id"
                        + " where n.booking_id = ? and n.flight_id = ?")
                .params(key.bookingId, key.flightId)
                .query((row, n) -> new Notice(
                        Utc.instant(row, "previous_departure_at"),
                        Utc.instant(row, "previous_arrival_at"),
                        Optional.ofNullable(row.getString("reason"))))
                .optional();
    }

    void done(Key key) {
        jdbc.sql("delete from disruption_notice where booking_id = ? and flight_id = ?")
                .params(key.bookingId, key.flightId)
                .update();
    }
}
