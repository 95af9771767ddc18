package dev.windrose.flight.inventory;

import dev.windrose.defaults.http.RequestDeadline;
import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.defaults.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Answers a request for seats, once: the same booking with the same request gets the same answer, a refusal included.
 *
 * <p>Plain reads come first, and refuse what can't be sold without locking anything: of 300 callers for a full flight none waits for its
 * row. That is safe, because a refusal takes nothing, and truthful, because the counters were those of a committed state within this
 * call, seats of transactions still open not among them; a seat freed a moment later would have come late under a lock, too. Only taking
 * seats needs the lock, and there everything is checked again on what it reads. The insert of the hold's row, never a read, decides
 * whether the booking has had its answer.
 *
 * <p>Points at which a test may kill the process ({@link CrashPoints}): {@code flight.hold-before-commit}: nothing held, nothing known;
 * {@code flight.hold-committed}: held, not answered; {@code flight.refusal-committed}: refused for good, not answered; those of
 * {@link ReclaimLapsedHolds}, {@link ConfirmHold} and {@link ReleaseHold} likewise.
 */
@Service
public class HoldSeats {
    private static final Duration LONGEST_ATTEMPT = Duration.ofMillis(1200);
    private static final int MAX_ATTEMPTS = 50;

    private final Offers offers;
    private final TakeSeats takeSeats;
    private final ReclaimLapsedHolds lapsedHolds;
    private final GivenAnswers answers;
    private final InventoryQueue queue;
    private final InventoryMetrics metrics;
    private final Clock clock;

    HoldSeats(
            Offers offers,
            TakeSeats takeSeats,
            ReclaimLapsedHolds lapsedHolds,
            GivenAnswers answers,
            InventoryQueue queue,
            InventoryMetrics metrics,
            @Qualifier("databaseClock") Clock clock) {
        this.offers = offers;
        this.takeSeats = takeSeats;
        this.lapsedHolds = lapsedHolds;
        this.answers = answers;
        this.queue = queue;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Answer(HoldView hold, String outcome) {}

    /**
     * The hold as it is now, {@code HELD} or {@code SOLD}.
     *
     * @throws dev.windrose.defaults.problem.ProblemException 400, 404, 409: refused for good; 410 {@code hold_gone}: released before; 422
     *     {@code hold_mismatch}: the booking asked for something else before; 503: not known, ask again
     */
    public HoldView hold(BookingId id, SeatRequest request) {
        return metrics.timed(() -> queue.ask(() -> answer(id, request)), Answer::outcome)
                .hold();
    }

    private Answer answer(BookingId id, SeatRequest request) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            RequestDeadline.require(LONGEST_ATTEMPT);
            Answer answer = attempt(id, request);
            if (answer != null) {
                return answer;
            }
        }
        throw Problems.unavailable();
    }

    /** Null if the ground has changed under it, so that another attempt may end otherwise. */
    private @Nullable Answer attempt(BookingId id, SeatRequest request) {
        Instant now = clock.instant();
        try {
            Offer offer = offers.make(request, now);
            return new Answer(takeSeats.take(id, offer, now), "held");
        } catch (SeatsShort shortage) {
            Answer before = answeredBefore(id, request);
            if (before != null) {
                return before;
            }
            return lapsedHolds.reclaimFor(shortage, now) ? null : refuse(id, request, shortage.refusal(), now);
        } catch (HoldRefused refused) {
            return refuse(id, request, refused, now);
        } catch (OfferStale stale) {
            return null;
        } catch (DuplicateKeyException answered) {
            return answeredBefore(id, request);
        }
    }

    private @Nullable Answer refuse(BookingId id, SeatRequest request, HoldRefused refused, Instant now) {
        try {
            answers.keep(id, request, refused, now);
        } catch (DuplicateKeyException answered) {
            return answeredBefore(id, request);
        }
        CrashPoints.reach("flight.refusal-committed");
        throw refused;
    }

    private @Nullable Answer answeredBefore(BookingId id, SeatRequest request) {
        return answers.find(id, request)
                .map(hold -> new Answer(hold, "repeated"))
                .orElse(null);
    }
}
