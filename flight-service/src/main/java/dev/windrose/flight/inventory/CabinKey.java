package dev.windrose.flight.inventory;

import java.util.Comparator;

/** A flight's cabin. Its natural order is the one in which rows are locked. */
record CabinKey(long flightId, String cabin) implements Comparable<CabinKey> {
    private static final Comparator<CabinKey> ORDER =
            Comparator.comparingLong(CabinKey::flightId).thenComparing(CabinKey::cabin);

    @Override
    public int compareTo(CabinKey other) {
        return ORDER.compare(this, other);
    }
}
