package dev.windrose.booking.booking;

import dev.windrose.booking.flight.SeatAssignments;
import dev.windrose.booking.flight.SeatsRequest;
import dev.windrose.defaults.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions before and after flight-service is asked for the seats that somebody chose. */
@Component
class SeatLedger {
    private final BookingRepository bookings;
    private final MoneyMoved money;
    private final CheckInEvents events;
    private final CheckInSettings settings;
    private final Clock clock;

    SeatLedger(
            BookingRepository bookings,
            MoneyMoved money,
            CheckInEvents events,
            CheckInSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.money = money;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** What flight-service is to be asked. */
    record Asked(String bookingId, SeatsRequest request) {}

    @Transactional(readOnly = true)
    Asked check(BookingOf request, SeatChoice choice) {
        Booking booking = bookings.findByReferenceAndUserId(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        booking.requireUnderWay(now);
        TravelParty party = TravelParty.of(
                booking,
                choice.flightId(),
                choice.assignments().stream()
                        .map(SeatChoice.Assignment::passengerId)
                        .toList(),
                i -> "assignments[" + i + "].passengerId");
        party.segment().requireAhead(now);
        if (party.places().stream().anyMatch(PassengerFlight::isCheckedIn)) {
            throw BookingConflict.alreadyCheckedIn();
        }
        CheckInWindow.of(party.segment(), settings).requireNotOver(now);
        List<SeatsRequest.Wish> wishes = choice.assignments().stream()
                .map(one -> new SeatsRequest.Wish(one.passengerId(), one.seat(), isChild(party, one.passengerId())))
                .toList();
        return new Asked(booking.id(), new SeatsRequest(choice.flightId(), wishes));
    }

    private static boolean isChild(TravelParty party, String passengerId) {
        return party.places().stream()
                .anyMatch(place -> place.passengerId().equals(passengerId) && party.isChild(place));
    }

    /** Whoever has checked in meanwhile and sits elsewhere now is told, as after any change of seats. */
    @Transactional
    BookingView store(BookingOf request, SeatAssignments seats) {
        Booking booking = bookings.lock(request.reference(), request.userId()).orElseThrow(BookingNotFound::new);
        List<SeatMoved> moved = Seating.take(booking, seats).stream()
                .filter(move -> move.place().isCheckedIn())
                .toList();
        Instant now = clock.instant();
        if (!moved.isEmpty()) {
            events.seatChanged(booking, moved, now);
        }
        return money.viewOf(List.of(booking), now).get(0);
    }

    /** Why flight-service has no place for who asked. */
    @Transactional(readOnly = true)
    ProblemException whyGone(BookingOf request) {
        Booking booking = bookings.findByReferenceAndUserId(request.reference(), request.userId())
                .orElseThrow(BookingNotFound::new);
        return booking.is(BookingState.PENDING_PAYMENT)
                ? BookingConflict.expired()
                : BookingConflict.alreadyCancelled();
    }
}
