package dev.windrose.booking.booking;

import dev.windrose.booking.flight.SeatClient;
import dev.windrose.booking.flight.SeatsOutcome;
import dev.windrose.defaults.problem.Problems;
import org.springframework.stereotype.Service;

/** Gives passengers the seats they choose. Who has which seat is decided in flight-service; here it is written down. */
@Service
public class ChooseSeats {
    private final SeatLedger ledger;
    private final SeatClient seats;

    ChooseSeats(SeatLedger ledger, SeatClient seats) {
        this.ledger = ledger;
        this.seats = seats;
    }

    /** The booking with its seats. The same choice again changes nothing; after a 503 it may be repeated. */
    public BookingView choose(BookingOf booking, SeatChoice choice) {
        seats.requireTime();
        SeatLedger.Asked asked = ledger.check(booking, choice);
        SeatsOutcome outcome = seats.give(asked.bookingId(), asked.request());
        if (outcome instanceof SeatsOutcome.Given given) {
            return Deadlocks.retried(() -> ledger.store(booking, given.seats()));
        }
        if (outcome instanceof SeatsOutcome.Refused refused) {
            throw refused.problem();
        }
        if (outcome instanceof SeatsOutcome.Gone) {
            throw ledger.whyGone(booking);
        }
        throw Problems.unavailable();
    }
}
