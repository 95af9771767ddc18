package dev.windrose.flight.inventory;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.flight.seats.FlightSeats;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Turns held seats into sold ones, once, when their booking is paid; a deadline passed is no hindrance as long as nobody needed the seats.
 *
 * <p>Points at which a test may kill the process: {@code flight.confirm-before-commit}: still held; {@code flight.confirm-committed}:
 * sold, not answered.
 */
@Service
public class ConfirmHold {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final Cabins cabins;
    private final FlightSeats seats;
    private final FlightFactsReader flights;
    private final HoldQueries queries;
    private final InventoryQueue queue;

    ConfirmHold(
            InventoryTransactions transactions,
            Holds holds,
            Cabins cabins,
            FlightSeats seats,
            FlightFactsReader flights,
            HoldQueries queries,
            InventoryQueue queue) {
        this.transactions = transactions;
        this.holds = holds;
        this.cabins = cabins;
        this.seats = seats;
        this.flights = flights;
        this.queries = queries;
        this.queue = queue;
    }

    /**
     * The hold, {@code SOLD}, whether now or before.
     *
     * @throws dev.windrose.defaults.problem.ProblemException 410 {@code hold_gone} if it was released, reclaimed or never there; 409
     *     {@code flight_closed} if a flight of it is cancelled; 503: not known, ask again
     */
    public HoldView confirm(BookingId id) {
        return queue.settle(() -> {
            HoldRow sold = transactions.run(() -> sell(id));
            CrashPoints.reach("flight.confirm-committed");
            return queries.view(sold);
        });
    }

    private HoldRow sell(BookingId id) {
        HoldRow hold = holds.lock(id).filter(h -> h.state().counts()).orElseThrow(HoldGone::new);
        if (hold.state() == HoldState.SOLD) {
            return hold;
        }
        List<SegmentRow> segments = holds.segments(List.of(id.value())).stream()
                .filter(segment -> segment.state().counts())
                .toList();
        HoldRow sold = holds.become(hold, HoldState.SOLD);
        cabins.count(Cabins.Move.sell(segments));
        seats.assign(hold.bookingId());
        if (flights.anyCancelled(
                segments.stream().map(segment -> segment.cabin().flightId()).toList())) {
            throw HoldRefused.flightClosed();
        }
        CrashPoints.reach("flight.confirm-before-commit");
        return sold;
    }
}
