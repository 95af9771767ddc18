package dev.windrose.flight.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the counters of every cabin with the holds behind them and with its capacity. It tells, and corrects nothing. */
@Service
public class InventoryCheck {
    /** Enough to see what is wrong; a broken table mustn't break the answer. */
    private static final int MAX_TOLD = 1000;

    private static final String COUNTED = """
            select flight_id, cabin, sum(case when state = 'HELD' then qty else 0 end) as held,
                   sum(case when state = 'SOLD' then qty else 0 end) as sold
            from hold_segment where state in ('HELD', 'SOLD') group by flight_id, cabin
            """;
    private static final String COUNTERS_OFF =
            "select c.flight_id, c.cabin, c.capacity, c.held, c.sold, coalesce(h.held, 0) as holds_held,"
                    + " coalesce(h.sold, 0) as holds_sold from flight_cabin c left join (" + COUNTED
                    + ") h on h.flight_id = c.flight_id and h.cabin = c.cabin where c.held <> coalesce(h.held, 0)"
                    + " or c.sold <> coalesce(h.sold, 0) or c.held + c.sold > c.capacity limit " + MAX_TOLD;
    private static final String WITHOUT_CABIN = "select h.flight_id, h.cabin, h.held, h.sold from (" + COUNTED
            + ") h left join flight_cabin c on c.flight_id = h.flight_id and c.cabin = h.cabin"
            + " where c.flight_id is null limit " + MAX_TOLD;
    private static final String STATES_DIFFER =
            "select h.booking_id, h.state, s.state as seats from seat_hold h join hold_segment s on s.booking_id = h.booking_id"
                    + " where s.state <> h.state and s.state <> 'RELEASED' limit " + MAX_TOLD;
    private static final String WITHOUT_SEATS =
            "select h.booking_id, h.state from seat_hold h where h.state in ('HELD', 'SOLD') and not exists"
                    + " (select 1 from hold_segment s where s.booking_id = h.booking_id and s.state = h.state) limit "
                    + MAX_TOLD;

    private static final String NUMBERED_SEATS_DIFFER = """
            select s.flight_id, s.seat_no, s.state, s.booking_id from flight_seat s
            left join hold_segment h on h.booking_id = s.booking_id and h.flight_id = s.flight_id and h.cabin = s.cabin
                and h.state = case s.state when 'ASSIGNED' then 'SOLD' else 'HELD' end
            where h.booking_id is null limit\s""" + MAX_TOLD;

    private static final String MORE_NUMBERED_THAN_PLACES = """
            select n.flight_id, n.booking_id, n.seats, h.qty from
                (select flight_id, booking_id, cabin, count(*) as seats from flight_seat group by flight_id, booking_id, cabin) n
            join hold_segment h on h.booking_id = n.booking_id and h.flight_id = n.flight_id and h.cabin = n.cabin
            where n.seats > h.qty limit\s""" + MAX_TOLD;

    private final JdbcClient jdbc;
    private final Clock clock;

    InventoryCheck(JdbcClient jdbc, @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param checkedAt UTC. @param discrepancies empty if all is well, at most a thousand of each kind */
    public record Report(
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", timezone = "UTC")
            Instant checkedAt,

            long flightsChecked,
            List<Discrepancy> discrepancies) {}

    /**
     * One thing that doesn't fit.
     *
     * @param kind {@code counters_differ}, {@code oversold}, {@code cabin_missing}, {@code states_differ}, {@code seats_missing}, {@code
     *     seat_differs}
     * @param subject {@code flight/cabin}, or the booking's id
     */
    public record Discrepancy(String kind, String subject, String detail) {}

    /** All reads see the same instant. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Report check() {
        List<Discrepancy> found = new ArrayList<>(counters());
        found.addAll(withoutCabin());
        found.addAll(states());
        found.addAll(numberedSeats());
        long flights = jdbc.sql("select count(distinct flight_id) from flight_cabin")
                .query(Long.class)
                .single();
        return new Report(clock.instant(), flights, found);
    }

    private List<Discrepancy> counters() {
        return jdbc.sql(COUNTERS_OFF)
                .query((row, n) -> new Discrepancy(
                        row.getInt("held") + row.getInt("sold") > row.getInt("capacity")
                                ? "oversold"
                                : "counters_differ",
                        row.getLong("flight_id") + "/" + row.getString("cabin"),
                        "counters: " + row.getInt("held") + " held, " + row.getInt("sold") + " sold of "
                                + row.getInt("capacity") + "; holds: " + row.getInt("holds_held") + " held, "
                                + row.getInt("holds_sold") + " sold"))
                .list();
    }

    private List<Discrepancy> withoutCabin() {
        return jdbc.sql(WITHOUT_CABIN)
                .query((row, n) -> new Discrepancy(
                        "cabin_missing",
                        row.getLong("flight_id") + "/" + row.getString("cabin"),
                        "holds: " + row.getInt("held") + " held, " + row.getInt("sold")
                                + " sold, of a cabin that isn't there"))
                .list();
    }

    private List<Discrepancy> numberedSeats() {
        List<Discrepancy> found = new ArrayList<>(jdbc.sql(NUMBERED_SEATS_DIFFER)
                .query((row, n) -> new Discrepancy(
                        "seat_differs",
                        row.getString("booking_id"),
                        "seat " + row.getString("seat_no") + " of flight " + row.getLong("flight_id") + " is "
                                + row.getString("state") + ", and its hold is not"))
                .list());
        found.addAll(jdbc.sql(MORE_NUMBERED_THAN_PLACES)
                .query((row, n) -> new Discrepancy(
                        "seat_differs",
                        row.getString("booking_id"),
                        row.getInt("seats") + " seats of flight " + row.getLong("flight_id") + " are numbered for "
                                + row.getInt("qty") + " places"))
                .list());
        return found;
    }

    private List<Discrepancy> states() {
        List<Discrepancy> found = new ArrayList<>(jdbc.sql(STATES_DIFFER)
                .query((row, n) -> new Discrepancy(
                        "states_differ",
                        row.getString("booking_id"),
                        "the hold is " + row.getString("state") + ", seats of it are " + row.getString("seats")))
                .list());
        found.addAll(jdbc.sql(WITHOUT_SEATS)
                .query((row, n) -> new Discrepancy(
                        "seats_missing",
                        row.getString("booking_id"),
                        "the hold is " + row.getString("state") + ", and has no such seats"))
                .list());
        return found;
    }
}
