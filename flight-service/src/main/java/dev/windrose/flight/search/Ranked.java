package dev.windrose.flight.search;

import org.jspecify.annotations.Nullable;

/**
 * An itinerary in its place. The order is total: what the sort leaves equal goes by price, duration, departure, and the flights' ids.
 *
 * @param score its {@code best} score within its result, 0 (best) to 10,000
 * @param key what the result is sorted by, the smallest first
 */
record Ranked(Itinerary itinerary, int score, long key) implements Comparable<Ranked> {

    @Override
    public int compareTo(Ranked other) {
        Itinerary ours = itinerary;
        Itinerary theirs = other.itinerary;
        int compared = compare(other.key, theirs.priceMinor, theirs.durationMillis(), theirs.first.departsAt);
        if (compared != 0) {
            return compared;
        }
        compared = Long.compare(ours.first.id, theirs.first.id);
        if (compared == 0) {
            compared = Long.compare(id(ours.second), id(theirs.second));
        }
        return compared == 0 ? Long.compare(id(ours.third), id(theirs.third)) : compared;
    }

    boolean isAfter(Position position) {
        int compared = compare(position.key(), position.priceMinor(), position.durationMillis(), position.departsAt());
        if (compared == 0) {
            compared = Long.compare(itinerary.first.id, position.firstId());
        }
        if (compared == 0) {
            compared = Long.compare(id(itinerary.second), position.secondId());
        }
        if (compared == 0) {
            compared = Long.compare(id(itinerary.third), position.thirdId());
        }
        return compared > 0;
    }

    Position position() {
        return new Position(
                key,
                itinerary.priceMinor,
                itinerary.durationMillis(),
                itinerary.first.departsAt,
                itinerary.first.id,
                id(itinerary.second),
                id(itinerary.third));
    }

    private int compare(long otherKey, long priceMinor, long durationMillis, long departsAt) {
        int compared = Long.compare(key, otherKey);
        if (compared == 0) {
            compared = Long.compare(itinerary.priceMinor, priceMinor);
        }
        if (compared == 0) {
            compared = Long.compare(itinerary.durationMillis(), durationMillis);
        }
        return compared == 0 ? Long.compare(itinerary.first.departsAt, departsAt) : compared;
    }

    /** A journey that ends earlier comes first. */
    private static long id(@Nullable TimetableFlight segment) {
        return segment == null ? 0 : segment.id;
    }
}
