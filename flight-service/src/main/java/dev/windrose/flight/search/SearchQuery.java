package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Prices are per seat, in the result's currency; an empty list of airlines means any.
 *
 * @param key names the query among all: a cursor belongs to one
 */
public record SearchQuery(
        String key,
        Place origin,
        Place destination,
        LocalDate date,
        Cabin cabin,
        int seats,
        SearchOrder order,
        Filters filters,
        int maxStops,
        int flexDays,
        @Nullable String currency) {

    /** What a traveller narrows a result down by; each part lets everything through when it isn't given. */
    public record Filters(
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            TimeWindow departure,
            TimeWindow arrival,
            @Nullable Duration maxDuration,
            List<String> airlines,
            @Nullable BigDecimal minRating,
            boolean excludeOvernight) {
        public static final Filters NONE =
                new Filters(null, null, TimeWindow.ALL_DAY, TimeWindow.ALL_DAY, null, List.of(), null, false);
    }
}
