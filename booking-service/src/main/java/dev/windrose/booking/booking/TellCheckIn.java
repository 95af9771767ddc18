package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells passengers that check-in has opened: each booking once for each of its flights, whatever the number of replicas. Locks the
 * segment, then its booking, as those do who take in what becomes of a flight.
 */
@Service
public class TellCheckIn {
    private static final int BATCH = 100;
    private static final String DUE = """
            select s.booking_id, s.flight_id from booking_segment s join booking b on b.id = s.booking_id
            where s.check_in_told_at is null and s.departure_at > :closing and s.departure_at <= :opening
              and s.flight_status in ('SCHEDULED', 'DELAYED') and b.state = 'CONFIRMED'
            order by s.departure_at limit\s""" + BATCH;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BookingRepository bookings;
    private final CheckInEvents events;
    private final CheckInSettings settings;
    private final Clock clock;

    TellCheckIn(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BookingRepository bookings,
            CheckInEvents events,
            CheckInSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bookings = bookings;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    private record Due(String bookingId, String flightId) {}

    /** Works until nobody is left who isn't in another replica's hands. */
    public void tellDue() {
        List<Due> due;
        long told;
        do {
            due = due();
            told = due.stream().filter(this::tell).count();
        } while (due.size() == BATCH && told > 0);
    }

    private List<Due> due() {
        Instant now = clock.instant();
        return jdbc.sql(DUE)
                .param("closing", Utc.column(now.plus(settings.closes())))
                .param("opening", Utc.column(now.plus(settings.opens())))
                .query((row, n) -> new Due(row.getString("booking_id"), row.getString("flight_id")))
                .list();
    }

    private boolean tell(Due due) {
        return Deadlocks.retried(() -> transaction.execute(status -> {
            boolean ours = jdbc.sql("select position from booking_segment where booking_id = ? and flight_id = ?"
                            + " and check_in_told_at is null for update skip locked")
                    .params(due.bookingId, due.flightId)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            return ours && tellOnce(due);
        }));
    }

    private boolean tellOnce(Due due) {
        Booking booking = bookings.lock(due.bookingId).orElseThrow();
        Instant now = clock.instant();
        Segment segment = booking.segments().stream()
                .filter(one -> one.flightId().equals(due.flightId))
                .findFirst()
                .orElseThrow();
        CheckInWindow window = CheckInWindow.of(segment, settings);
        if (!booking.is(BookingState.CONFIRMED) || window.isAhead(now) || window.isOver(now)) {
            return false;
        }
        List<PassengerFlight> expected = booking.stillBooked().places().stream()
                .filter(place -> place.isOn(segment) && !place.isCheckedIn())
                .toList();
        if (!expected.isEmpty()) {
            events.checkInOpen(booking, segment, expected, window);
        }
        jdbc.sql("update booking_segment set check_in_told_at = ? where booking_id = ? and flight_id = ?")
                .params(Utc.column(now), due.bookingId, due.flightId)
                .update();
        return true;
    }
}
