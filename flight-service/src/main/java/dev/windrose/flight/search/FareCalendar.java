package dev.windrose.flight.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leaving on each day of a month would cost at least. */
public record FareCalendar(List<Day> items) {

    /** The cheapest itinerary's price per seat; null if none is on sale. {@code date} is local at the origin. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Day(LocalDate date, @Nullable Money price) {}
}
