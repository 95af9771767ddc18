package dev.windrose.booking.booking;

import dev.windrose.booking.flight.HoldRequest.Segment;
import dev.windrose.defaults.problem.ProblemException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refusals for want of seats, for the callers who stood in line when they were decided. Whoever asks for the same cabins and as many seats
 * gets the same answer without the work: it is true of an instant after they came, which is all that any answer to them can be. So the
 * line behind a flight that sells out dissolves at once, and nobody who comes later is told anything old.
 */
@Component
class RefusedMeanwhile {
    private static final String SHORT_OF_SEATS = "insufficient_seats";
    private static final int KEPT = 1000;

    private final Map<Set<Segment>, Refusal> latest = new ConcurrentHashMap<>();

    private record Refusal(int quantity, ProblemException problem, long askedAtNanos) {}

    /** @param askedAtNanos when flight-service was asked: it decided later. {@link System#nanoTime()} */
    void note(NewBooking wish, ProblemException problem, long askedAtNanos) {
        if (problem.code().equals(SHORT_OF_SEATS)) {
            if (latest.size() >= KEPT) {
                latest.clear();
            }
            latest.put(cabins(wish), new Refusal(wish.passengers().size(), problem, askedAtNanos));
        }
    }

    /** What was refused to somebody since then that this wish asks for as well, or null. */
    @Nullable
    ProblemException since(long cameAtNanos, NewBooking wish) {
        int quantity = wish.passengers().size();
        return Stream.concat(Stream.of(cabins(wish)), wish.segments().stream().map(Set::of))
                .map(latest::get)
                .filter(refusal ->
                        refusal != null && refusal.quantity <= quantity && refusal.askedAtNanos - cameAtNanos >= 0)
                .map(Refusal::problem)
                .findFirst()
                .orElse(null);
    }

    private static Set<Segment> cabins(NewBooking wish) {
        return new HashSet<>(wish.segments());
    }
}
