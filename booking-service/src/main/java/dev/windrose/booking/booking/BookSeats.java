package dev.windrose.booking.booking;

import dev.windrose.booking.booking.BookingLedger.Begun;
import dev.windrose.booking.flight.FlightClient;
import dev.windrose.booking.flight.Hold;
import dev.windrose.booking.flight.HoldOutcome;
import dev.windrose.booking.flight.HoldRequest;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Books seats on all flights of a trip or on none. See "A booking, end to end" in docs/architecture.md. */
@Service
public class BookSeats {
    private static final Logger log = LoggerFactory.getLogger(BookSeats.class);
    private static final int REFERENCES_TRIED = 5;

    /** How much longer than the booking its seats are held: time for a payment begun in the last moment. */
    private static final Duration HELD_BEYOND_DEADLINE = Duration.ofMinutes(2);

    private final BookingLedger ledger;
    private final OwedReleases releases;
    private final FlightClient flights;
    private final RefusedMeanwhile refusedMeanwhile;
    private final BookingMetrics metrics;

    BookSeats(
            BookingLedger ledger,
            OwedReleases releases,
            FlightClient flights,
            RefusedMeanwhile refusedMeanwhile,
            BookingMetrics metrics) {
        this.ledger = ledger;
        this.releases = releases;
        this.flights = flights;
        this.refusedMeanwhile = refusedMeanwhile;
        this.metrics = metrics;
    }

    /**
     * @param key what makes the request repeatable, null if the caller sent none
     * @param cameAtNanos when the request came, perhaps to wait in line since. {@link System#nanoTime()}
     * @return 201 with the booking in {@code PENDING_PAYMENT}, or the answer given before
     */
    public Reply book(Customer customer, NewBooking wish, @Nullable IdempotencyKey key, long cameAtNanos) {
        ProblemException refused = refusedMeanwhile.since(cameAtNanos, wish);
        if (refused != null && (key == null || ledger.isNew(key))) {
            metrics.booking(refused.code());
            throw refused;
        }
        flights.requireTime();
        Begun begun = begin(customer, wish, key);
        if (begun instanceof Begun.Initiated initiated) {
            ProtocolStep.BOOKING_INITIATED.reached();
            return Reply.first(hold(initiated, wish, key));
        }
        return Reply.again(((Begun.Answered) begun).answer());
    }

    /** A reference that is taken already costs another transaction: a failed one can't go on. */
    private Begun begin(Customer customer, NewBooking wish, @Nullable IdempotencyKey key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Deadlocks.retried(() -> ledger.begin(customer, wish, key));
            } catch (DataIntegrityViolationException e) {
                if (attempt == REFERENCES_TRIED) {
                    throw e;
                }
            }
        }
    }

    private StoredAnswer hold(Begun.Initiated booking, NewBooking wish, @Nullable IdempotencyKey key) {
        String id = booking.bookingId();
        long askedAt = System.nanoTime();
        HoldOutcome outcome = flights.hold(
                id,
                new HoldRequest(
                        booking.expiresAt().plus(HELD_BEYOND_DEADLINE),
                        wish.passengers().size(),
                        wish.segments(),
                        wish.expectedTotal()));
        if (outcome instanceof HoldOutcome.Done done) {
            return store(id, done.hold(), key);
        }
        if (outcome instanceof HoldOutcome.Refused refused) {
            refusedMeanwhile.note(wish, refused.problem(), askedAt);
            ledger.refuse(id);
            metrics.booking(refused.problem().code());
            throw refused.problem();
        }
        if (outcome instanceof HoldOutcome.Gone) {
            ledger.refuse(id);
        } else {
            leave(id, key);
        }
        metrics.booking("unknown");
        throw Problems.unavailable();
    }

    private StoredAnswer store(String id, Hold hold, @Nullable IdempotencyKey key) {
        ProtocolStep.BOOKING_HELD.reached();
        StoredAnswer answer = Deadlocks.retried(() -> ledger.store(id, hold, key));
        ProtocolStep.BOOKING_STORED.reached();
        metrics.booking("held");
        return answer;
    }

    /** With a key a retry goes on with the booking; without one nobody can, so it ends now. */
    private void leave(String id, @Nullable IdempotencyKey key) {
        try {
            if (key != null) {
                ledger.letGo(key);
            } else if (ledger.abandon(id)) {
                releases.attempt(id);
            }
        } catch (DataAccessException e) {
            log.warn("booking {} is left to the recovery job: {}", id, e.getMessage());
        }
    }
}
