package dev.windrose.flight.search;

/** The cheapest and dearest price, in minor units, and the shortest and longest journey of a result: what a score is measured by. */
public record ResultRange(long cheapest, long dearest, long shortestMillis, long longestMillis) {
    private static final int SCALE = 10_000;

    /**
     * The {@code best} score: {@code w · (price − cheapest) / (dearest − cheapest) + (1 − w) · (duration − shortest) / (longest − shortest)},
     * a term without a range being 0; rounded to four decimals, so that what is shown is what is sorted by.
     */
    int score(Itinerary itinerary, double priceWeight) {
        double score = priceWeight * scaled(itinerary.priceMinor, cheapest, dearest)
                + (1 - priceWeight) * scaled(itinerary.durationMillis(), shortestMillis, longestMillis);
        return (int) Math.round(score * SCALE);
    }

    private static double scaled(long value, long least, long most) {
        return least == most ? 0 : (double) (value - least) / (most - least);
    }

    static ResultRange of(Iterable<Itinerary> result) {
        long cheapest = Long.MAX_VALUE;
        long dearest = Long.MIN_VALUE;
        long shortest = Long.MAX_VALUE;
        long longest = Long.MIN_VALUE;
        for (Itinerary itinerary : result) {
            cheapest = Math.min(cheapest, itinerary.priceMinor);
            dearest = Math.max(dearest, itinerary.priceMinor);
            shortest = Math.min(shortest, itinerary.durationMillis());
            longest = Math.max(longest, itinerary.durationMillis());
        }
        return new ResultRange(cheapest, dearest, shortest, longest);
    }
}
