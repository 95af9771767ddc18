package dev.windrose.flight.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The oracle's filters, each under the name of the facet that ignores it. */
final class OracleFilters {
    private final Map<String, Predicate<Journey>> filters = new LinkedHashMap<>();

    OracleFilters(Map<String, String> query, String currency) {
        BigDecimal min = new BigDecimal(query.getOrDefault("minPrice", "0"));
        BigDecimal max = new BigDecimal(query.getOrDefault("maxPrice", "999999999"));
        filters.put("price", j -> {
            BigDecimal price = SearchOracle.decimal(j.price(), currency);
            return min.compareTo(price) <= 0 && max.compareTo(price) >= 0;
        });
        Duration longest = Duration.parse(query.getOrDefault("maxDuration", "PT999H"));
        filters.put("duration", j -> j.duration().compareTo(longest) <= 0);
        List<String> airlines = List.of(query.getOrDefault("airlines", "").split(","));
        filters.put("airlines", j -> !query.containsKey("airlines") || airlines.containsAll(j.airlines()));
        filters.put("departure", j -> within(j.departure(), query.get("departureFrom"), query.get("departureTo")));
        filters.put("arrival", j -> within(j.arrival(), query.get("arrivalFrom"), query.get("arrivalTo")));
        filters.put("rating", j -> !query.containsKey("minRating"));
        filters.put("overnight", j -> !"true".equals(query.get("excludeOvernight")) || !j.overnight());
    }

    List<Journey> all(List<Journey> journeys) {
        return allBut("none", journeys);
    }

    List<Journey> allBut(String facet, List<Journey> journeys) {
        return SearchOracle.keep(
                journeys,
                j -> filters.entrySet().stream()
                        .allMatch(f -> f.getKey().equals(facet) || f.getValue().test(j)));
    }

    private static boolean within(ZonedDateTime time, @Nullable String from, @Nullable String to) {
        LocalTime at = time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        LocalTime begin = LocalTime.parse(from == null ? "00:00" : from);
        LocalTime end = LocalTime.parse(to == null ? "23:59" : to);
        return begin.isAfter(end) ? !at.isBefore(begin) || !at.isAfter(end) : !at.isBefore(begin) && !at.isAfter(end);
    }
}
