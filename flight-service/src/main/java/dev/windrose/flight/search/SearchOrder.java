package dev.windrose.flight.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders of a result, each total: what a sort leaves equal goes by price, duration, departure, then id. */
public enum SearchOrder {
    BEST(Comparator.comparingInt(Ranked::score)),
    PRICE(Comparator.comparingLong((Ranked r) -> r.itinerary().priceMinor)),
    DURATION(Comparator.comparingLong((Ranked r) -> r.itinerary().durationMillis())),
    DEPARTURE(Comparator.comparingLong((Ranked r) -> r.itinerary().departsAt)),
    ARRIVAL(Comparator.comparingLong((Ranked r) -> r.itinerary().arrivesAt)),
    RATING(Comparator.comparing((Ranked r) -> r.itinerary().rating(), Itinerary.BEST_RATING_FIRST));

    private static final Map<String, SearchOrder> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(o -> o.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Comparator<Ranked> comparator;

    SearchOrder(Comparator<Ranked> first) {
        this.comparator = first.thenComparingLong(r -> r.itinerary().priceMinor)
                .thenComparingLong(r -> r.itinerary().durationMillis())
                .thenComparingLong(r -> r.itinerary().departsAt)
                .thenComparing(Ranked::itinerary, Itinerary.BY_IDS);
    }

    Comparator<Ranked> comparator() {
        return comparator;
    }

    /** @throws IllegalArgumentException naming the orders there are */
    public static SearchOrder of(String name) {
        SearchOrder order = BY_NAME.get(name);
        if (order == null) {
            throw new IllegalArgumentException("must be one of best, price, duration, departure, arrival, rating");
        }
        return order;
    }
}
