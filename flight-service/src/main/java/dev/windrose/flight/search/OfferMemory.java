package dev.windrose.flight.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How far the log had come when: what was offered before the point reached so long ago is asked for by no cursor any more. */
final class OfferMemory {
    private final long keepNanos;
    private final Deque<Reached> reached = new ArrayDeque<>();
    private long forgettable;

    private record Reached(long seq, long nanos) {}

    OfferMemory(Duration keep) {
        keepNanos = keep.toNanos();
    }

    /** Notes the point reached, and tells the newest one that is old enough. */
    long forgettable(long seq, long nanos) {
        reached.add(new Reached(seq, nanos));
        while (!reached.isEmpty() && nanos - reached.element().nanos() >= keepNanos) {
            forgettable = reached.remove().seq();
        }
        return forgettable;
    }
}
