package dev.windrose.booking.booking;

import dev.windrose.booking.boardingpass.BoardingPassCode;
import dev.windrose.booking.booking.BoardingCheck.Result;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of the gate: who boards, and who is taken off again. */
@Component
class BoardingLedger {
    private final BookingRepository bookings;
    private final BoardingPasses passes;
    private final Clock clock;

    BoardingLedger(BookingRepository bookings, BoardingPasses passes, @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.passes = passes;
        this.clock = clock;
    }

    /** @param flightId of the gate. @param board whether the passenger is boarded if the pass is good */
    @Transactional
    BoardingCheck verify(BoardingPassCode code, String flightId, boolean board) {
        Booking booking = BookingReference.isWellFormed(code.reference())
                ? bookings.lockByReference(code.reference())
                        .filter(Booking::isShown)
                        .orElse(null)
                : null;
        if (booking == null) {
            return BoardingCheck.unknown();
        }
        List<String> flights = booking.segments().stream()
                .filter(segment -> code.isOf(
                        segment.flightNumber(),
                        segment.origin().code(),
                        segment.destination().code()))
                .map(Segment::flightId)
                .toList();
        if (flights.isEmpty()) {
            return BoardingCheck.unknown();
        }
        PassengerFlight place = current(booking, code);
        String passFlight = place != null ? place.flightId() : flights.contains(flightId) ? flightId : flights.get(0);
        if (!passFlight.equals(flightId)) {
            return BoardingCheck.refused(Result.WRONG_FLIGHT, booking, passFlight);
        }
        return place == null ? BoardingCheck.refused(Result.REVOKED, booking, flightId) : board(booking, place, board);
    }

    /** Whose pass it is, null if nobody has this pass now. */
    private @Nullable PassengerFlight current(Booking booking, BoardingPassCode code) {
        return booking.passengerFlights().stream()
                .filter(place -> passes.has(booking, place)
                        && passes.of(booking, place).code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private BoardingCheck board(Booking booking, PassengerFlight place, boolean board) {
        if (place.boardedAt() != null) {
            return BoardingCheck.of(Result.ALREADY_BOARDED, booking, place);
        }
        if (board) {
            place.board(clock.instant());
        }
        return BoardingCheck.of(Result.VALID, booking, place);
    }

    /** The check-in of these passengers is undone, and their passes are revoked; their seats stay theirs. */
    @Transactional
    Offloaded offload(String reference, CheckInWish what) {
        Booking booking =
                bookings.lockByReference(reference).filter(Booking::isShown).orElseThrow(BookingNotFound::new);
        TravelParty party = what.party(booking);
        if (party.segment().isGone()) {
            throw BookingConflict.flightClosed();
        }
        party.places().forEach(PassengerFlight::undoCheckIn);
        return new Offloaded(
                reference,
                what.flightId(),
                party.places().stream().map(PassengerFlight::passengerId).toList());
    }
}
