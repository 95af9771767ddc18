package dev.windrose.booking.booking;

import dev.windrose.booking.booking.CheckInLedger.Begun;
import dev.windrose.booking.flight.SeatAssignments;
import dev.windrose.booking.flight.SeatClient;
import dev.windrose.booking.flight.SeatsOutcome;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Checks passengers in for a flight; who has no seat yet gets one. */
@Service
public class CheckIn {
    private static final Logger log = LoggerFactory.getLogger(CheckIn.class);

    private final CheckInLedger ledger;
    private final SeatClient seats;

    CheckIn(CheckInLedger ledger, SeatClient seats) {
        this.ledger = ledger;
        this.seats = seats;
    }

    /** 200 with the booking, or the answer given before; again the same, since nobody is checked in twice. */
    public Reply checkIn(BookingOf booking, CheckInWish what, @Nullable IdempotencyKey key) {
        seats.requireTime();
        Begun begun = Deadlocks.retried(() -> ledger.begin(booking, what, key));
        if (begun instanceof Begun.Answered before) {
            return Reply.again(before.answer());
        }
        if (begun instanceof Begun.Done done) {
            return Reply.first(done.answer());
        }
        try {
            SeatAssignments given = seat(booking, (Begun.Admitted) begun);
            ProtocolStep.CHECK_IN_SEATED.reached();
            Reply reply = Reply.first(Deadlocks.retried(() -> ledger.finish(booking, what, given, key)));
            ProtocolStep.CHECK_IN_STORED.reached();
            return reply;
        } catch (ProblemException refused) {
            letGo(key);
            throw refused;
        }
    }

    private SeatAssignments seat(BookingOf booking, Begun.Admitted admitted) {
        SeatsOutcome outcome = seats.give(admitted.bookingId(), admitted.request());
        if (outcome instanceof SeatsOutcome.Given given) {
            return given.seats();
        }
        if (outcome instanceof SeatsOutcome.Refused refused) {
            throw refused.problem();
        }
        throw outcome instanceof SeatsOutcome.Gone ? BookingConflict.alreadyCancelled() : Problems.unavailable();
    }

    private void letGo(@Nullable IdempotencyKey key) {
        if (key != null) {
            try {
                ledger.letGo(key);
            } catch (DataAccessException e) {
                log.warn("a check-in's key stays leased until its time: {}", e.getMessage());
            }
        }
    }
}
