package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds at every instant, asked of the auditors' views. */
final class Invariants {
    private final JdbcClient jdbc;
    private final StandInHolds holds;

    Invariants(JdbcClient jdbc, StandInHolds holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    void hold() {
        none("confirmed without exactly one captured payment of the quoted price", """
                select b.id from audit_booking b where b.state = 'CONFIRMED' and
                (select count(*) from audit_payment p where p.booking_id = b.id and p.state = 'CAPTURED'
                 and p.amount_minor = b.total_minor) <> 1""");
        none("captured without a confirmed or cancelled booking", """
                select b.id from audit_booking b join audit_payment p on p.booking_id = b.id
                where p.state in ('CAPTURED', 'REFUNDED') and b.state not in ('CONFIRMED', 'CANCELLED')""");
        none("paid and cancelled without a refund", """
                select b.id from audit_booking b join audit_payment p on p.booking_id = b.id
                where p.state in ('CAPTURED', 'REFUNDED') and b.state = 'CANCELLED'
                and not exists (select 1 from audit_refund r where r.booking_id = b.id)""");
        // Sums first: MariaDB takes another row for the correlated one in a subquery of a HAVING clause.
        none("refunded more than was taken", """
                select r.booking_id from
                (select booking_id, sum(amount_minor) given from audit_refund group by booking_id) r
                left join (select booking_id, sum(amount_minor) taken from audit_payment
                 where state in ('CAPTURED', 'REFUNDED') group by booking_id) p on p.booking_id = r.booking_id
                where r.given > coalesce(p.taken, 0)""");
        none("refunds that aren't the sum of what their places gave back", """
                select r.id from refund r where r.amount_minor <>
                (select coalesce(sum(p.refund_minor), 0) from passenger_flight p where p.cancellation_id = r.id)""");
        none("payments whose refunds don't sum up", """
                select p.id from payment p where p.refunded_minor <>
                (select coalesce(sum(r.amount_minor), 0) from refund r where r.payment_id = p.id)""");
        none("cancelled places in a booking without its event", """
                select distinct p.booking_id from passenger_flight p where p.cancellation_id is not null and
                not exists (select 1 from audit_outbox o where o.aggregate_id = p.booking_id and o.type = 'booking.cancelled')""");
        none("confirmed not told once", """
                select b.id from audit_booking b where b.state = 'CONFIRMED' and
                (select count(*) from audit_outbox o where o.aggregate_id = b.id and o.type = 'booking.confirmed') <> 1""");
        none("told confirmed without being it", """
                select o.aggregate_id from audit_outbox o join audit_booking b on b.id = o.aggregate_id
                where o.type = 'booking.confirmed' and b.state not in ('CONFIRMED', 'CANCELLED')""");
        none("expired not told once", """
                select b.id from audit_booking b where b.state = 'EXPIRED' and
                (select count(*) from audit_outbox o where o.aggregate_id = b.id and o.type = 'booking.expired') <> 1""");
        for (String id : ids("select id from audit_booking where state = 'CONFIRMED'")) {
            assertThat(holds.stateOf(id)).as("hold of confirmed " + id).isEqualTo("SOLD");
        }
    }

    private void none(String what, String sql) {
        assertThat(ids(sql)).as(what).isEmpty();
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
