package dev.windrose.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must hold in both schemas together, read off the audit views. {@link #violations} must be empty at every instant;
 * {@link #unfinished} empties within a minute of any fault.
 */
final class Invariants {
    private final String url;
    private final String user;
    private final String password;
    private final Map<String, String> always = new LinkedHashMap<>();
    private final Map<String, String> soon = new LinkedHashMap<>();

    Invariants(String serverUrl, String user, String password, String flight, String booking) {
        this.url = serverUrl;
        this.user = user;
        this.password = password;
        String f = "`" + flight + "`.";
        String b = "`" + booking + "`.";
        always.put(
                "more held and sold than there is",
                "select flight_id, cabin from " + f
                        + "audit_inventory where held + sold > capacity or held < 0 or sold < 0");
        always.put(
                "counters differ from their holds",
                "select i.flight_id, i.cabin, i.held, i.sold from " + f + "audit_inventory i"
                        + " left join (select flight_id, cabin, sum(case when state = 'HELD' then qty else 0 end) held,"
                        + " sum(case when state = 'SOLD' then qty else 0 end) sold from " + f + "audit_hold"
                        + " where state in ('HELD','SOLD') group by flight_id, cabin) h"
                        + " on h.flight_id = i.flight_id and h.cabin = i.cabin"
                        + " where i.held <> coalesce(h.held, 0) or i.sold <> coalesce(h.sold, 0)");
        always.put(
                "confirmed without exactly one captured payment",
                "select b.id, count(p.booking_id) from " + b + "audit_booking b left join " + b + "audit_payment p"
                        + " on p.booking_id = b.id and p.state = 'CAPTURED' where b.state = 'CONFIRMED'"
                        + " group by b.id having count(p.booking_id) <> 1");
        always.put(
                "confirmed with a seat not sold",
                "select p.booking_id, p.flight_id, h.state from " + b + "audit_booking b join " + b
                        + "passenger_flight p on p.booking_id = b.id and p.cancelled_at is null left join " + f
                        + "audit_hold h on h.booking_id = p.booking_id and h.flight_id = p.flight_id"
                        + " where b.state = 'CONFIRMED' and (h.state is null or h.state <> 'SOLD')");
        always.put(
                "captured without a confirmed or cancelled booking",
                "select b.id, b.state from " + b + "audit_payment p join " + b
                        + "audit_booking b on b.id = p.booking_id"
                        + " where p.state = 'CAPTURED' and b.state not in ('CONFIRMED','CANCELLED')");
        always.put(
                "charged something else than quoted",
                "select b.id, b.total_minor, p.amount_minor from " + b + "audit_payment p join " + b
                        + "audit_booking b on b.id = p.booking_id where p.state = 'CAPTURED' and b.state = 'CONFIRMED'"
                        + " and p.amount_minor <> b.total_minor");
        always.put(
                "confirmed without exactly one event",
                "select b.id, count(o.event_id) from " + b + "audit_booking b left join " + b + "audit_outbox o"
                        + " on o.aggregate_id = b.id and o.type = 'booking.confirmed' where b.state = 'CONFIRMED'"
                        + " group by b.id having count(o.event_id) <> 1");
        always.put(
                "event of a confirmation that is none",
                "select o.event_id from " + b + "audit_outbox o join " + b + "audit_booking b on b.id = o.aggregate_id"
                        + " where o.type = 'booking.confirmed' and b.state not in ('CONFIRMED','CANCELLED')");
        always.put(
                "refunds that aren't the sum of what their places gave back",
                "select r.id, r.amount_minor from " + b
                        + "refund r left join (select cancellation_id, sum(refund_minor) given"
                        + " from " + b + "passenger_flight group by cancellation_id) p on p.cancellation_id = r.id"
                        + " where r.amount_minor <> coalesce(p.given, 0)");
        always.put(
                "refunded more than was taken",
                "select r.booking_id from (select booking_id, sum(amount_minor) given from " + b
                        + "audit_refund group by booking_id) r left join (select booking_id, sum(amount_minor) taken from "
                        + b + "audit_payment where state in ('CAPTURED','REFUNDED') group by booking_id) p"
                        + " on p.booking_id = r.booking_id where r.given > coalesce(p.taken, 0)");
        soon.put(
                "more or fewer seats sold than places booked",
                "select h.booking_id, h.flight_id, h.qty, count(p.booking_id) from " + f + "audit_hold h left join " + b
                        + "passenger_flight p on p.booking_id = h.booking_id and p.flight_id = h.flight_id"
                        + " and p.cancelled_at is null where h.state = 'SOLD' group by h.booking_id, h.flight_id, h.qty"
                        + " having count(p.booking_id) <> h.qty");
        soon.put("left half-way", "select id, state from " + b + "audit_booking where state in ('INITIATED','PAYING')");
        soon.put(
                "sold without a confirmed booking",
                "select h.booking_id from " + f + "audit_hold h left join " + b
                        + "audit_booking b on b.id = h.booking_id"
                        + " where h.state = 'SOLD' and (b.state is null or b.state <> 'CONFIRMED')");
        soon.put(
                "held without an open booking",
                "select h.booking_id, b.state from " + f + "audit_hold h left join " + b + "audit_booking b"
                        + " on b.id = h.booking_id where h.state = 'HELD'"
                        + " and (b.state is null or b.state not in ('INITIATED','PENDING_PAYMENT','PAYING'))");
        soon.put(
                "unpaid without its seats",
                "select b.id from " + b + "audit_booking b left join " + f + "audit_hold h on h.booking_id = b.id"
                        + " where b.state = 'PENDING_PAYMENT' and (h.state is null or h.state <> 'HELD')"
                        + " and b.expires_at > utc_timestamp(3)");
        soon.put("authorised and left", "select booking_id from " + b + "audit_payment where state = 'AUTHORIZED'");
    }

    /** What is wrong now and may not be at any instant. Read in one consistent snapshot. */
    List<String> violations() {
        return run(always);
    }

    /** What may be under way for a while after a fault, and must then be gone. */
    List<String> unfinished() {
        return run(soon);
    }

    private List<String> run(Map<String, String> queries) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("set session transaction isolation level repeatable read");
            statement.execute("start transaction with consistent snapshot");
            for (Map.Entry<String, String> query : queries.entrySet()) {
                try (ResultSet rows = statement.executeQuery(query.getValue())) {
                    while (rows.next()) {
                        found.add(query.getKey() + ": " + row(rows));
                    }
                }
            }
            statement.execute("rollback");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            values.add(rows.getMetaData().getColumnLabel(i) + "=" + rows.getString(i));
        }
        return String.join(" ", values);
    }
}
