package dev.windrose.booking.booking;

import dev.windrose.booking.boardingpass.BoardingPassCode;
import dev.windrose.defaults.problem.ValidationFailed;
import org.springframework.stereotype.Service;

/** What staff do at the gate. */
@Service
public class GateDesk {
    private final BoardingLedger ledger;

    GateDesk(BoardingLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Says what a boarding pass is worth at a gate, and boards its passenger if it is good.
     *
     * @param barcode the text read from it; 400 if it is no boarding pass at all
     * @param flightId of the flight that boards
     * @param board false only looks
     */
    public BoardingCheck verify(String barcode, String flightId, boolean board) {
        BoardingPassCode code = BoardingPassCode.parse(barcode)
                .orElseThrow(() -> ValidationFailed.of("barcode", "invalid", "is no boarding pass with one flight"));
        return Deadlocks.retried(() -> ledger.verify(code, flightId, board));
    }

    /** Takes passengers off a flight: their check-in is undone. Again, nothing changes. */
    public Offloaded offload(String reference, CheckInWish what) {
        if (!BookingReference.isWellFormed(reference)) {
            throw new BookingNotFound();
        }
        return Deadlocks.retried(() -> ledger.offload(reference, what));
    }
}
