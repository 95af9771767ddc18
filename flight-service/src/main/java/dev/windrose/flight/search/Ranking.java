package dev.windrose.flight.search;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * The {@code best} score: {@code w · (price − cheapest) / (dearest − cheapest) + (1 − w) · (duration − shortest) / (longest − shortest)} over
 * the result, a term without a range being 0; rounded to four decimals, so that what is shown is what is sorted by.
 */
final class Ranking {
    private static final int SCALE = 10_000;

    private final double priceWeight;

    Ranking(double priceWeight) {
        this.priceWeight = priceWeight;
    }

    List<Ranked> rank(List<Itinerary> result, SearchOrder order) {
        LongSummaryStatistics price = new LongSummaryStatistics();
        LongSummaryStatistics duration = new LongSummaryStatistics();
        for (Itinerary itinerary : result) {
            price.accept(itinerary.priceMinor);
            duration.accept(itinerary.durationMillis());
        }
        List<Ranked> ranked = new ArrayList<>(result.size());
        for (Itinerary itinerary : result) {
            double score = priceWeight * scaled(itinerary.priceMinor, price)
                    + (1 - priceWeight) * scaled(itinerary.durationMillis(), duration);
            ranked.add(new Ranked(itinerary, (int) Math.round(score * SCALE)));
        }
        ranked.sort(order.comparator());
        return ranked;
    }

    private static double scaled(long value, LongSummaryStatistics range) {
        long width = range.getMax() - range.getMin();
        return width == 0 ? 0 : (double) (value - range.getMin()) / width;
    }
}
