package dev.windrose.booking.booking;

import dev.windrose.booking.booking.DisruptionNotices.Key;
import dev.windrose.booking.booking.DisruptionNotices.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells passengers that their flight has other times or is cancelled: each booking once for each news, or once for several that came before
 * it was told. The event and the end of the notice are one transaction; any number of replicas share the work. See docs/disruption.md.
 */
@Service
public class TellDisruptions {
    private final TransactionTemplate transaction;
    private final BookingRepository bookings;
    private final DisruptionNotices notices;
    private final DisruptionEvents events;
    private final Clock clock;

    TellDisruptions(
            TransactionTemplate transaction,
            BookingRepository bookings,
            DisruptionNotices notices,
            DisruptionEvents events,
            @Qualifier("databaseClock") Clock clock) {
        this.transaction = transaction;
        this.bookings = bookings;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Works until nothing is due that another replica doesn't have in hand. */
    public void tellDue() {
        List<Key> claimed;
        do {
            claimed = notices.claim();
            claimed.forEach(this::tell);
        } while (!claimed.isEmpty());
    }

    private void tell(Key key) {
        Deadlocks.retried(() -> {
            transaction.executeWithoutResult(status -> {
                Booking booking = bookings.lock(key.bookingId()).orElseThrow();
                // While it is being paid for, nobody knows whether there is anybody to tell: after the lease.
                if (!booking.is(BookingState.PAYING)) {
                    notices.find(key).ifPresent(notice -> tell(booking, key, notice));
                }
            });
            return key;
        });
    }

    private void tell(Booking booking, Key key, Notice notice) {
        Instant now = clock.instant();
        StillBooked trip = booking.stillBooked();
        Optional<Segment> flight = trip.segments().stream()
                .filter(segment -> segment.flightId().equals(key.flightId()))
                .findFirst();
        if (booking.is(BookingState.CONFIRMED)) {
            flight.filter(segment -> isNews(segment, notice))
                    .ifPresent(segment -> events.disrupted(booking, segment, notice, now));
        }
        notices.done(key);
    }

    /** Later news may have brought the old times back. */
    private static boolean isNews(Segment segment, Notice notice) {
        return segment.isCancelledByAirline()
                || !segment.departureAt().equals(notice.previousDeparture())
                || !segment.arrivalAt().equals(notice.previousArrival());
    }
}
