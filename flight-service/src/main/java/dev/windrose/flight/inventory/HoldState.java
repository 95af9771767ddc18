package dev.windrose.flight.inventory;

import java.util.Map;
import java.util.Set;

/** What has become of a hold, and of each of its segments (which are never tombstones). */
public enum HoldState {
    /** The seats are kept until the deadline, and past it until somebody needs them. */
    HELD,
    /** The booking was paid. */
    SOLD,
    /** Given back, or reclaimed after the deadline. */
    RELEASED,
    /** No seats, ever: refused, or deleted before it came. */
    TOMBSTONE;

    private static final Map<HoldState, Set<HoldState>> NEXT = Map.of(
            HELD, Set.of(SOLD, RELEASED),
            SOLD, Set.of(RELEASED),
            RELEASED, Set.of(),
            TOMBSTONE, Set.of());

    boolean canBecome(HoldState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether its seats count as taken. */
    boolean counts() {
        return this == HELD || this == SOLD;
    }

    /** @throws IllegalStateException if there is no such way */
    HoldState become(HoldState next) {
        if (!canBecome(next)) {
            throw new IllegalStateException("a hold can't go from " + this + " to " + next);
        }
        return next;
    }
}
