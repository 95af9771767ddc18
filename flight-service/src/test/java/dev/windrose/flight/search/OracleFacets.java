package dev.windrose.flight.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The oracle's facets, each a count of its own. */
final class OracleFacets {
    private final OracleFilters filters;
    private final List<Journey> journeys;

    OracleFacets(OracleFilters filters, List<Journey> journeys) {
        this.filters = filters;
        this.journeys = journeys;
    }

    Map<String, Object> facets() {
        List<Journey> forPrice = filters.allBut("price", journeys);
        List<Duration> durations = filters.allBut("duration", journeys).stream()
                .map(Journey::duration)
                .sorted()
                .toList();
        return Map.of(
                "price",
                range(forPrice.isEmpty() ? null : min(forPrice), forPrice.isEmpty() ? null : max(forPrice)),
                "duration",
                range(
                        durations.isEmpty() ? null : durations.get(0).toString(),
                        durations.isEmpty()
                                ? null
                                : durations.get(durations.size() - 1).toString()),
                "airlines",
                airlines(filters.allBut("airlines", journeys)),
                "stops",
                stops(filters.all(journeys)),
                "departure",
                departures(filters.allBut("departure", journeys)));
    }

    private static List<Map<String, Object>> airlines(List<Journey> some) {
        Map<String, List<Journey>> byAirline = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Journey journey : some) {
            journey.airlines()
                    .forEach(code -> byAirline
                            .computeIfAbsent(code, a -> new ArrayList<>())
                            .add(journey));
            journey.segments().forEach(row -> names.put(row.airline(), row.airlineName()));
        }
        List<Map<String, Object>> facet = new ArrayList<>();
        byAirline.forEach((code, of) -> facet.add(
                Map.of("code", code, "name", names.getOrDefault(code, ""), "count", of.size(), "minPrice", min(of))));
        return facet;
    }

    private static List<Map<String, Object>> stops(List<Journey> some) {
        List<Map<String, Object>> facet = new ArrayList<>();
        for (int stops = 0; stops <= 2; stops++) {
            int n = stops;
            List<Journey> of = SearchOracle.keep(some, j -> j.stops() == n);
            if (!of.isEmpty()) {
                facet.add(Map.of("stops", n, "count", of.size(), "minPrice", min(of)));
            }
        }
        return facet;
    }

    private static List<Map<String, Object>> departures(List<Journey> some) {
        List<Map<String, Object>> facet = new ArrayList<>();
        for (int hour = 0; hour < 24; hour += 6) {
            int begin = hour;
            int count = SearchOracle.keep(
                            some,
                            j -> j.departure().getHour() >= begin
                                    && j.departure().getHour() < begin + 6)
                    .size();
            if (count > 0) {
                String from = String.format("%02d:00", hour);
                facet.add(Map.of("from", from, "to", String.format("%02d:00", hour + 6), "count", count));
            }
        }
        return facet;
    }

    private static Object min(List<Journey> some) {
        return money(some, some.stream().mapToLong(Journey::price).min().orElseThrow());
    }

    private static Object max(List<Journey> some) {
        return money(
                some,
                some.stream().map(Journey::price).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static Object money(List<Journey> some, long minor) {
        return SearchOracle.money(minor, some.get(0).currency());
    }

    private static Map<String, @Nullable Object> range(@Nullable Object min, @Nullable Object max) {
        Map<String, @Nullable Object> range = new LinkedHashMap<>();
        range.put("min", min);
        range.put("max", max);
        return range;
    }
}
