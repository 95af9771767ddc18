package dev.windrose.flight.search;

import dev.windrose.flight.flights.FlightView.RatingView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders of a result, each by a number of its own, the smallest first; {@link Ranked} makes them total. */
public enum SearchOrder {
    BEST((itinerary, score) -> score),
    PRICE((itinerary, score) -> itinerary.priceMinor),
    DURATION((itinerary, score) -> itinerary.durationMillis()),
    DEPARTURE((itinerary, score) -> itinerary.first.departsAt),
    ARRIVAL((itinerary, score) -> itinerary.last.arrivesAt),
    RATING((itinerary, score) -> bestFirst(itinerary.rating()));

    private static final int RATING_DIGITS = 4;
    private static final Map<String, SearchOrder> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(o -> o.name().toLowerCase(Locale.ROOT), Function.identity()));

    private interface Key {
        long of(Itinerary itinerary, int score);
    }

    private final Key key;

    SearchOrder(Key key) {
        this.key = key;
    }

    long key(Itinerary itinerary, int score) {
        return key.of(itinerary, score);
    }

    /** @throws IllegalArgumentException naming the orders there are */
    public static SearchOrder of(String name) {
        SearchOrder order = BY_NAME.get(name);
        if (order == null) {
            throw new IllegalArgumentException("must be one of best, price, duration, departure, arrival, rating");
        }
        return order;
    }

    /** Unrated ones come last. */
    private static long bestFirst(@Nullable RatingView rating) {
        return rating == null
                ? 0
                : -rating.average().movePointRight(RATING_DIGITS).longValue();
    }
}
