package dev.windrose.flight.inventory;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.seats.FlightSeats;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Gives a booking's seats back, held or sold; of one never heard of it sees to it that a request still on its way gets none.
 *
 * <p>Points at which a test may kill the process: {@code flight.release-before-commit}: as it was; {@code flight.release-committed}:
 * released, not answered.
 */
@Service
public class ReleaseHold {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final Cabins cabins;
    private final FlightSeats seats;
    private final FlightChangeLog changes;
    private final InventoryQueue queue;
    private final Clock clock;

    ReleaseHold(
            InventoryTransactions transactions,
            Holds holds,
            Cabins cabins,
            FlightSeats seats,
            FlightChangeLog changes,
            InventoryQueue queue,
            @Qualifier("databaseClock") Clock clock) {
        this.transactions = transactions;
        this.holds = holds;
        this.cabins = cabins;
        this.seats = seats;
        this.changes = changes;
        this.queue = queue;
        this.clock = clock;
    }

    /** Afterwards the booking has no seats and never will; again, and nothing more happens. */
    public void release(BookingId id) {
        queue.settle(() -> {
            boolean done = releaseOnce(id);
            CrashPoints.reach("flight.release-committed");
            return done;
        });
    }

    private boolean releaseOnce(BookingId id) {
        try {
            return transactions.run(() -> releaseOrBar(id));
        } catch (DuplicateKeyException cameMeanwhile) {
            return transactions.run(() -> releaseOrBar(id));
        }
    }

    private boolean releaseOrBar(BookingId id) {
        Optional<HoldRow> hold = holds.lock(id);
        if (hold.isEmpty()) {
            holds.insertDeleted(id, clock.instant());
        } else if (hold.get().state().counts()) {
            giveBack(hold.get());
        }
        CrashPoints.reach("flight.release-before-commit");
        return true;
    }

    private void giveBack(HoldRow hold) {
        List<SegmentRow> segments = holds.segments(List.of(hold.bookingId()));
        holds.become(hold, HoldState.RELEASED);
        changes.offersChanged(cabins.giveBack(Cabins.Move.release(segments)));
        seats.free(hold.bookingId());
    }
}
