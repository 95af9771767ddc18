package dev.windrose.flight.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a front end narrows a result down with: counts and ranges over all its pages, each as if its own filter were not set. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Facets(
        PriceRange price,
        DurationRange duration,
        List<AirlineCount> airlines,
        List<StopsCount> stops,
        List<DepartureCount> departure) {

    static final Facets OF_NOTHING =
            new Facets(new PriceRange(null, null), new DurationRange(null, null), List.of(), List.of(), List.of());

    /** Per seat; nulls of nothing. */
    public record PriceRange(@Nullable Money min, @Nullable Money max) {}

    /** Of the whole journey; nulls of nothing. */
    public record DurationRange(
            @Nullable Duration min, @Nullable Duration max) {}

    /** Itineraries with a segment of this airline. */
    public record AirlineCount(String code, String name, int count, Money minPrice) {}

    /** Itineraries with so many stops. */
    public record StopsCount(int stops, int count, Money minPrice) {}

    /** Itineraries that leave in six hours of the local day, {@code to} excluded; only those that have any. */
    public record DepartureCount(String from, String to, int count) {}
}
