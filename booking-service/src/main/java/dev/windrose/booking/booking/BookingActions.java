package dev.windrose.booking.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done with a booking, and until when. */
@Component
class BookingActions {
    private final CheckInSettings settings;

    BookingActions(CheckInSettings settings) {
        this.settings = settings;
    }

    /** Also what can be done only later, or no more; nothing of a booking that is over. */
    List<ActionTime> timesOf(Booking booking, Instant now) {
        boolean unpaid = booking.is(BookingState.PENDING_PAYMENT) && !booking.isDue(now);
        if (!unpaid && !booking.is(BookingState.CONFIRMED)) {
            return List.of();
        }
        List<ActionTime> times = new ArrayList<>();
        OffsetDateTime due = unpaid ? booking.expiresAt().atOffset(ZoneOffset.UTC) : null;
        if (unpaid) {
            times.add(new ActionTime(BookingAction.PAY, null, null, due, null));
        }
        times.add(new ActionTime(BookingAction.CANCEL, null, null, due, null));
        StillBooked trip = booking.stillBooked();
        for (Segment segment : trip.segments()) {
            boolean checkedIn =
                    trip.places().stream().filter(place -> place.isOn(segment)).allMatch(PassengerFlight::isCheckedIn);
            times.addAll(ofFlight(segment, unpaid, checkedIn, now));
        }
        return times;
    }

    private List<ActionTime> ofFlight(Segment segment, boolean unpaid, boolean checkedIn, Instant now) {
        CheckInWindow window = CheckInWindow.of(segment, settings);
        String flight = segment.flightId();
        String settled = segment.isAhead(now) ? checkedIn ? "already_checked_in" : null : "flight_closed";
        String over = settled == null && window.isOver(now) ? "check_in_closed" : settled;
        return List.of(
                new ActionTime(BookingAction.SELECT_SEAT, flight, null, window.closesAt(), over),
                new ActionTime(
                        BookingAction.CHECK_IN,
                        flight,
                        window.opensAt(),
                        window.closesAt(),
                        over == null ? whyNotYet(window, unpaid, now) : over));
    }

    private static @Nullable String whyNotYet(CheckInWindow window, boolean unpaid, Instant now) {
        if (unpaid) {
            return "not_confirmed";
        }
        return window.isAhead(now) ? "check_in_not_open" : null;
    }
}
