package dev.windrose.booking.booking;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Takes in that the airline has seated passengers elsewhere, and tells them. News that is older than what is known changes nothing. */
@Service
public class FollowSeats {
    private final BookingRepository bookings;
    private final CheckInEvents events;
    private final Clock clock;

    FollowSeats(BookingRepository bookings, CheckInEvents events, @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that takes the news in. */
    public void follow(String flightId, List<SeatNews> news) {
        news.stream()
                .collect(Collectors.groupingBy(SeatNews::bookingId, TreeMap::new, Collectors.toList()))
                .forEach((bookingId, ofBooking) ->
                        bookings.lock(bookingId).ifPresent(booking -> follow(booking, flightId, ofBooking)));
    }

    private void follow(Booking booking, String flightId, List<SeatNews> news) {
        List<SeatMoved> moved = news.stream()
                .flatMap(one -> Seating.take(booking, flightId, one).stream())
                .toList();
        if (!moved.isEmpty() && booking.is(BookingState.CONFIRMED)) {
            events.seatChanged(booking, moved, clock.instant());
        }
    }
}
