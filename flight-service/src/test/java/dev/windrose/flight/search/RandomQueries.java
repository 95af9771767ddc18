package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Queries that mix all parameters, the same ones for the same seed: most ask for what there is. */
final class RandomQueries {
    private final Random random;
    private final List<String> places;
    private final List<String> airlines;
    private final List<LocalDate> days;
    private final List<SearchOracle.Row> rows;

    RandomQueries(
            long seed, List<String> places, List<String> airlines, List<LocalDate> days, List<SearchOracle.Row> rows) {
        this.random = new Random(seed);
        this.places = places;
        this.airlines = airlines;
        this.days = days;
        this.rows = rows;
    }

    Map<String, String> next() {
        Map<String, String> query = new LinkedHashMap<>();
        route(query);
        query.put("date", oneOf(days).toString());
        maybe(query, 25, "cabin", oneOf(List.of(Cabin.values())).name());
        maybe(query, 40, "seats", "" + (1 + random.nextInt(9)));
        maybe(query, 70, "sort", oneOf(List.of("best", "price", "duration", "departure", "arrival", "rating")));
        maybe(query, 15, "minPrice", price());
        maybe(query, 20, "maxPrice", price());
        maybe(query, 15, "departureFrom", time());
        maybe(query, 15, "departureTo", time());
        maybe(query, 12, "arrivalFrom", time());
        maybe(query, 12, "arrivalTo", time());
        maybe(query, 15, "maxDuration", "PT" + (1 + random.nextInt(14)) + "H" + (random.nextBoolean() ? "" : "30M"));
        maybe(query, 20, "airlines", random.nextBoolean() ? oneOf(airlines) : oneOf(airlines) + "," + oneOf(airlines));
        maybe(query, 3, "minRating", "4");
        maybe(query, 20, "excludeOvernight", "" + random.nextBoolean());
        maybe(query, 10, "currency", oneOf(List.of("USD", "EUR", "JPY", "BHD", "GBP")));
        maybe(query, 60, "maxStops", "" + random.nextInt(3));
        maybe(query, 15, "flexDays", "" + random.nextInt(4));
        return query;
    }

    int limit() {
        return 1 + random.nextInt(30);
    }

    private void route(Map<String, String> query) {
        if (random.nextInt(10) < 3) {
            query.put("origin", oneOf(places));
            query.put("destination", oneOf(places));
            return;
        }
        SearchOracle.Row row = oneOf(rows);
        query.put("origin", "airport:" + row.origin());
        query.put("destination", "airport:" + row.destination());
    }

    private String price() {
        return random.nextInt(900) + (random.nextBoolean() ? "" : "." + (10 + random.nextInt(90)));
    }

    private String time() {
        return String.format("%02d:%02d", random.nextInt(24), 5 * random.nextInt(12));
    }

    private void maybe(Map<String, String> query, int percent, String name, String value) {
        if (random.nextInt(100) < percent) {
            query.put(name, value);
        }
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
