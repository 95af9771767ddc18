package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Puts a result in order, as far as a page needs it. */
final class Ranking {
    private static final int FEW = 100;

    private final double priceWeight;

    Ranking(double priceWeight) {
        this.priceWeight = priceWeight;
    }

    /** @param more how many come after the page */
    record Page(List<Ranked> items, int more) {}

    /** The first ones, or the first after a position, of a result. */
    Page page(List<Itinerary> result, ResultRange range, SearchOrder order, int limit, @Nullable Position after) {
        List<Ranked> rest = new ArrayList<>(result.size());
        for (Itinerary itinerary : result) {
            int score = range.score(itinerary, priceWeight);
            Ranked ranked = new Ranked(itinerary, score, order.key(itinerary, score));
            if (after == null || ranked.isAfter(after)) {
                rest.add(ranked);
            }
        }
        List<Ranked> items = rest.size() <= FEW ? sorted(rest, limit) : smallest(rest, limit);
        return new Page(items, rest.size() - items.size());
    }

    private static List<Ranked> sorted(List<Ranked> all, int limit) {
        Collections.sort(all);
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** A page of a large result costs one pass over it, not a sort. */
    private static List<Ranked> smallest(List<Ranked> all, int limit) {
        PriorityQueue<Ranked> smallest = new PriorityQueue<>(limit + 1, Comparator.reverseOrder());
        for (Ranked ranked : all) {
            if (smallest.size() < limit) {
                smallest.add(ranked);
            } else if (ranked.compareTo(smallest.element()) < 0) {
                smallest.remove();
                smallest.add(ranked);
            }
        }
        List<Ranked> items = new ArrayList<>(smallest);
        Collections.sort(items);
        return items;
    }
}
