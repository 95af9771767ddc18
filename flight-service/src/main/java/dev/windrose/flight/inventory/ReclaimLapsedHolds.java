package dev.windrose.flight.inventory;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.seats.FlightSeats;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes back, for a buyer who needs them, seats that others have held past their deadline: only as many as are missing, the longest
 * lapsed first, and none at all if they wouldn't do. Until then a lapsed hold can still be paid for.
 *
 * <p>Points at which a test may kill the process: {@code flight.reclaim-before-commit}, {@code flight.reclaim-committed}.
 */
@Component
class ReclaimLapsedHolds {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final Cabins cabins;
    private final FlightSeats seats;
    private final FlightChangeLog changes;
    private final InventoryMetrics metrics;

    ReclaimLapsedHolds(
            InventoryTransactions transactions,
            Holds holds,
            Cabins cabins,
            FlightSeats seats,
            FlightChangeLog changes,
            InventoryMetrics metrics) {
        this.transactions = transactions;
        this.holds = holds;
        this.cabins = cabins;
        this.seats = seats;
        this.changes = changes;
        this.metrics = metrics;
    }

    /**
     * @param now by the database's clock, a moment ago: what had lapsed then has lapsed
     * @return whether the buyer should try again; false if nothing that has lapsed would help
     */
    boolean reclaimFor(SeatsShort shortage, Instant now) {
        Set<BookingId> chosen = new LinkedHashSet<>();
        for (Map.Entry<CabinKey, Integer> cabin : shortage.missing().entrySet()) {
            int missing = cabin.getValue();
            for (Holds.Lapsed lapsed : holds.lapsed(cabin.getKey(), now, cabin.getValue())) {
                if (missing > 0) {
                    chosen.add(lapsed.bookingId());
                    missing -= lapsed.qty();
                }
            }
            if (missing > 0) {
                return false;
            }
        }
        chosen.forEach(id -> reclaim(id, now));
        return true;
    }

    /** Paid for or released meanwhile: nothing happens. */
    void reclaim(BookingId id, Instant now) {
        boolean done = transactions.run(() -> {
            HoldRow hold = holds.lock(id).filter(h -> h.hasLapsed(now)).orElse(null);
            if (hold == null) {
                return false;
            }
            List<SegmentRow> segments = holds.segments(List.of(id.value()));
            holds.become(hold, HoldState.RELEASED);
            changes.offersChanged(cabins.giveBack(Cabins.Move.release(segments)));
            seats.free(hold.bookingId());
            CrashPoints.reach("flight.reclaim-before-commit");
            return true;
        });
        if (done) {
            CrashPoints.reach("flight.reclaim-committed");
            metrics.reclaimed();
        }
    }
}
