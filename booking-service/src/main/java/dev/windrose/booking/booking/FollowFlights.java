package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the flights of bookings as they really are. News may come late, twice or in the wrong order: only newer ones count. A booking that
 * was being made while the news came has the hold's older times; {@link #applyAgain} finds it.
 */
@Service
public class FollowFlights {
    /** Far longer than the making of a booking takes. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String STORE = """
            insert into flight_state (flight_id, version, departure_at, arrival_at, scheduled_departure_at,
                scheduled_arrival_at, status, reason, told_at)
            values (:flight, :version, :departure, :arrival, :scheduled, :scheduledArrival, :status, :reason, :now)
            on duplicate key update
                departure_at = if(values(version) > version, values(departure_at), departure_at),
                arrival_at = if(values(version) > version, values(arrival_at), arrival_at),
                scheduled_departure_at = if(values(version) > version, values(scheduled_departure_at), scheduled_departure_at),
                scheduled_arrival_at = if(values(version) > version, values(scheduled_arrival_at), scheduled_arrival_at),
                status = if(values(version) > version, values(status), status),
                reason = if(values(version) > version, coalesce(values(reason), reason), reason),
                told_at = if(values(version) > version, values(told_at), told_at),
                version = greatest(values(version), version)
            """;
    private static final String SEGMENTS = """
            update booking_segment s join flight_state f on f.flight_id = s.flight_id join booking b on b.id = s.booking_id
            set b.itinerary_revision = b.itinerary_revision + 1, s.departure_at = f.departure_at, s.arrival_at = f.arrival_at, s.flight_status = f.status,
                s.scheduled_departure_at = coalesce(f.scheduled_departure_at, s.scheduled_departure_at),
                s.scheduled_arrival_at = coalesce(f.scheduled_arrival_at, s.scheduled_arrival_at)
            where s.flight_id = ? and (s.departure_at <> f.departure_at or s.arrival_at <> f.arrival_at
                or s.flight_status <> f.status
                or f.scheduled_departure_at is not null and not (f.scheduled_departure_at <=> s.scheduled_departure_at))
            """;
    private static final String TRIPS = """
            update booking b join (
                select s.booking_id, min(s.departure_at) as departure_at, max(s.arrival_at) as arrival_at from booking_segment s
                where s.booking_id in (select booking_id from booking_segment where flight_id = ?)
                    and not exists (select 1 from passenger_flight c where c.booking_id = s.booking_id
                        and c.flight_id = s.flight_id and c.cancelled_at is not null
                        and not exists (select 1 from passenger_flight p where p.booking_id = s.booking_id
                            and p.flight_id = s.flight_id and p.cancelled_at is null))
                group by s.booking_id
            ) trip on trip.booking_id = b.id
            set b.first_departure_at = trip.departure_at, b.last_arrival_at = trip.arrival_at
            where b.first_departure_at <> trip.departure_at or b.last_arrival_at <> trip.arrival_at
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DisruptionNotices notices;
    private final Clock clock;

    FollowFlights(
            JdbcClient jdbc,
            TransactionOperations transactions,
            DisruptionNotices notices,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the transaction that takes the news in. */
    public void follow(FlightNews news) {
        jdbc.sql(STORE)
                .param("flight", news.flightId())
                .param("version", news.version())
                .param("departure", Utc.column(news.departureTime().toInstant()))
                .param("arrival", Utc.column(news.arrivalTime().toInstant()))
                .param("scheduled", column(news.scheduledDepartureTime()))
                .param("scheduledArrival", column(news.scheduledArrivalTime()))
                .param("reason", news.reason())
                .param("status", news.status())
                .param("now", Utc.column(clock.instant()))
                .update();
        apply(news.flightId());
    }

    /** Applies what was told lately to bookings that were made meanwhile. */
    public void applyAgain() {
        List<String> flights = jdbc.sql("select flight_id from flight_state where told_at > ? order by flight_id")
                .param(Utc.column(clock.instant().minus(LATELY)))
                .query(String.class)
                .list();
        flights.forEach(flight -> transactions.executeWithoutResult(status -> apply(flight)));
    }

    private static @Nullable String column(@Nullable OffsetDateTime time) {
        return time == null ? null : Utc.column(time.toInstant());
    }

    /** Notices first: they keep the times that the bookings have until then. */
    private void apply(String flightId) {
        notices.write(flightId);
        jdbc.sql(SEGMENTS).param(flightId).update();
        jdbc.sql(TRIPS).param(flightId).update();
    }
}
