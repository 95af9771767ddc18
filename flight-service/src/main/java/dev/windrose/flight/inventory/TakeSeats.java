package dev.windrose.flight.inventory;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.flight.changes.FlightChangeLog;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The transaction that takes the seats of all segments or of none. With the rows locked it makes four calls: segments, counters, log, commit. */
@Component
class TakeSeats {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final Cabins cabins;
    private final FlightChangeLog changes;

    TakeSeats(InventoryTransactions transactions, Holds holds, Cabins cabins, FlightChangeLog changes) {
        this.transactions = transactions;
        this.holds = holds;
        this.cabins = cabins;
        this.changes = changes;
    }

    /**
     * The hold's row comes first: a duplicate key tells, before anything is locked, that the booking has had its answer.
     *
     * @throws SeatsShort nothing was taken, a cabin lacks seats
     * @throws OfferStale nothing was taken, a flight was changed
     */
    HoldView take(BookingId id, Offer offer, Instant now) {
        Offer taken = transactions.run(() -> {
            holds.insertHeld(id, offer.request(), now);
            Offer locked = lock(offer);
            holds.insertSegments(id, locked);
            List<CabinKey> keys = locked.request().cabins();
            cabins.count(Cabins.Move.hold(keys, locked.request().quantity()));
            changes.offersChanged(locked.whenTaken());
            CrashPoints.reach("flight.hold-before-commit");
            return locked;
        });
        CrashPoints.reach("flight.hold-committed");
        return taken.held(id);
    }

    private Offer lock(Offer offer) {
        Offer locked = offer.on(cabins.lock(offer.request().cabins()));
        locked.requirePrice();
        locked.requireSeats();
        return locked;
    }
}
