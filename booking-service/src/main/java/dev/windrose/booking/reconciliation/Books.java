package dev.windrose.booking.reconciliation;

import dev.windrose.defaults.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the bookings that should have seats, or have money, a range of ids at a time. */
@Component
class Books {
    private static final String FACTS = """
            select b.id, b.state, b.expires_at, coalesce(b.total_minor, 0) as total_minor,
                   (select group_concat(concat(s.flight_id, '/', s.cabin, '=', b.passenger_count
                            - (select count(*) from passenger_flight c where c.booking_id = b.id and c.flight_id = s.flight_id
                                and c.cancelled_at is not null))) from booking_segment s
                     where s.booking_id = b.id) as seats,
                   (select coalesce(sum(r.amount_minor), 0) from refund r where r.booking_id = b.id) as refunded_minor,
                   (select coalesce(sum(c.refund_minor), 0) from passenger_flight c
                     where c.booking_id = b.id) as parts_refunded_minor,
                   (select count(*) from payment p
                     where p.booking_id = b.id and p.state in ('CAPTURED', 'REFUNDED')) as captures,
                   (select coalesce(sum(p.amount_minor), 0) from payment p
                     where p.booking_id = b.id and p.state in ('CAPTURED', 'REFUNDED')) as captured_minor
              from booking b
             where b.id > :after and (:last is null or b.id <= :last)
               and (b.state in ('INITIATED', 'PENDING_PAYMENT', 'PAYING', 'CONFIRMED')
                    or exists (select 1 from payment p where p.booking_id = b.id and p.state = 'CAPTURED'))
             order by b.id
            """;

    /** About a minute. */
    private static final int ATTEMPTS_BEFORE_ALARM = 6;

    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bookings after one id, up to another; without that, to the end. */
    List<BookingFacts> between(@Nullable String after, @Nullable String last) {
        return jdbc.sql(FACTS)
                .param("after", after == null ? "" : after)
                .param("last", last)
                .query((row, n) -> facts(row))
                .list();
    }

    /** Those of the range whose seats are about to be released: a debt that is known is no discrepancy, until it has been asked for in vain. */
    Set<String> releasesOwed(@Nullable String after, @Nullable String last) {
        String range =
                " where booking_id > :after and (:last is null or booking_id <= :last) and attempts <= :patience";
        return jdbc.sql("select booking_id from release_owed" + range
                        + " union select booking_id from part_release_owed" + range)
                .param("after", after == null ? "" : after)
                .param("last", last)
                .param("patience", ATTEMPTS_BEFORE_ALARM)
                .query(String.class)
                .set();
    }

    private static BookingFacts facts(ResultSet row) throws SQLException {
        String seats = row.getString("seats");
        return new BookingFacts(
                row.getString("id"),
                row.getString("state"),
                Utc.instant(row, "expires_at"),
                seats == null ? Map.of() : seats(seats),
                row.getLong("total_minor"),
                row.getInt("captures"),
                row.getLong("captured_minor"),
                row.getLong("refunded_minor"),
                row.getLong("parts_refunded_minor"));
    }

    /** {@code flight/cabin=seats} of each; without those on which nobody is any more. */
    private static Map<String, Integer> seats(String list) {
        return Arrays.stream(list.split(","))
                .map(seats -> seats.split("="))
                .filter(seats -> !seats[1].equals("0"))
                .collect(Collectors.toMap(seats -> seats[0], seats -> Integer.valueOf(seats[1])));
    }
}
