package dev.windrose.flight.inventory;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The answers that bookings have had, to be given again. */
@Component
class GivenAnswers {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final HoldQueries queries;

    GivenAnswers(InventoryTransactions transactions, Holds holds, HoldQueries queries) {
        this.transactions = transactions;
        this.holds = holds;
        this.queries = queries;
    }

    /**
     * The hold that the booking was given, empty if it has had no answer; a refusal is thrown again, and 410 or 422 where the booking's
     * seats are gone or it asked for others.
     */
    Optional<HoldView> find(BookingId id, SeatRequest request) {
        return holds.find(id).map(hold -> again(hold, request));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the booking has had its answer meanwhile */
    void keep(BookingId id, SeatRequest request, HoldRefused refused, Instant now) {
        transactions.run(() -> {
            holds.insertRefused(id, request, refused, now);
            return refused;
        });
    }

    private HoldView again(HoldRow hold, SeatRequest request) {
        if (hold.fingerprint() == null) {
            throw new HoldGone();
        }
        if (!hold.fingerprint().equals(request.fingerprint())) {
            throw new HoldMismatch();
        }
        if (hold.refusal() != null) {
            throw HoldRefused.again(hold.refusal());
        }
        if (!hold.state().counts()) {
            throw new HoldGone();
        }
        return queries.view(hold);
    }
}
