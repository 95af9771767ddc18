package dev.windrose.booking.booking;

import dev.windrose.booking.flight.SeatAssignments;
import dev.windrose.booking.flight.SeatsRequest;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a check-in; what lies between them happens in {@link CheckIn}. Locks the booking, then the flight's counter. */
@Component
class CheckInLedger {
    private final BookingRepository bookings;
    private final CheckInSequences sequences;
    private final MoneyMoved money;
    private final CheckInEvents events;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final CheckInSettings settings;
    private final Clock clock;

    CheckInLedger(
            BookingRepository bookings,
            CheckInSequences sequences,
            MoneyMoved money,
            CheckInEvents events,
            IdempotencyKeys keys,
            Answers answers,
            CheckInSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.sequences = sequences;
        this.money = money;
        this.events = events;
        this.keys = keys;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a request to check in begins. */
    sealed interface Begun {
        /** It was answered before. */
        record Answered(StoredAnswer answer) implements Begun {}

        /** All of them are checked in already. */
        record Done(StoredAnswer answer) implements Begun {}

        /** They may check in, and need seats. */
        record Admitted(String bookingId, SeatsRequest request) implements Begun {}
    }

    @Transactional
    Begun begin(BookingOf request, CheckInWish what, @Nullable IdempotencyKey key) {
        Booking booking = bookings.lock(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Claim claim = key == null ? new Claim.Fresh() : keys.claim(key);
        if (claim instanceof Claim.Answered before) {
            return new Begun.Answered(before.answer());
        }
        Instant now = clock.instant();
        booking.requireConfirmed(now);
        TravelParty party = what.party(booking);
        if (party.isCheckedIn()) {
            return new Begun.Done(answer(booking, key, now));
        }
        party.segment().requireAhead(now);
        CheckInWindow.of(party.segment(), settings).requireOpen(now);
        List<SeatsRequest.Wish> wishes = party.places().stream()
                .map(place -> new SeatsRequest.Wish(place.passengerId(), null, party.isChild(place)))
                .toList();
        return new Begun.Admitted(booking.id(), new SeatsRequest(what.flightId(), wishes));
    }

    /** Seats, sequence numbers, event and answer together. */
    @Transactional
    StoredAnswer finish(BookingOf request, CheckInWish what, SeatAssignments seats, @Nullable IdempotencyKey key) {
        Booking booking = bookings.lock(request.reference(), request.userId()).orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        booking.requireConfirmed(now);
        TravelParty party = what.party(booking);
        Seating.take(booking, seats);
        List<PassengerFlight> coming =
                party.places().stream().filter(place -> !place.isCheckedIn()).toList();
        if (!coming.isEmpty()) {
            int sequence = sequences.take(what.flightId(), coming.size());
            for (PassengerFlight place : coming) {
                place.checkIn(sequence++, party.segment().flightDate(), now);
            }
            events.checkedIn(booking, party.segment(), coming, now);
        }
        return answer(booking, key, now);
    }

    private StoredAnswer answer(Booking booking, @Nullable IdempotencyKey key, Instant now) {
        StoredAnswer answer = answers.ok(money.viewOf(List.of(booking), now).get(0));
        if (key != null) {
            keys.answer(key, answer);
        }
        return answer;
    }

    /** It had no effect: a retry may begin at once. */
    @Transactional
    void letGo(IdempotencyKey key) {
        keys.release(key);
    }
}
