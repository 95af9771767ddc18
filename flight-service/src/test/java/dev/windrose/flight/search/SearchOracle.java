package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search as anybody would write it who had all day: over plain rows, one filter after the other. What the real one must agree with. */
final class SearchOracle {
    private final Map<String, Set<String>> airportsOfCity = new TreeMap<>();
    private final Set<String> airports = new TreeSet<>();
    private final List<Row> rows = new ArrayList<>();

    /** A flight in one cabin. */
    record Row(
            long id,
            String airline,
            String airlineName,
            String origin,
            String destination,
            ZonedDateTime departure,
            ZonedDateTime arrival,
            String status,
            String currency,
            Cabin cabin,
            long price,
            int free) {
        Duration duration() {
            return Duration.between(departure, arrival);
        }
    }

    record Answer(
            List<Row> items,
            Map<String, Object> facets,
            @Nullable String emptyReason) {}

    SearchOracle(JdbcClient jdbc) {
        jdbc.sql("select code from city")
                .query(String.class)
                .list()
                .forEach(c -> airportsOfCity.put(c, new TreeSet<>()));
        jdbc.sql("select code, city_code from airport").query(row -> {
            airports.add(row.getString(1));
            airportsOfCity
                    .computeIfAbsent(row.getString(2), c -> new TreeSet<>())
                    .add(row.getString(1));
        });
        jdbc.sql("""
                        select f.id, f.airline_code, l.name, f.origin, f.destination, f.departs_at, o.time_zone, f.arrives_at,
                               d.time_zone, f.status, f.currency, c.cabin, c.price_minor, c.capacity - c.held - c.sold
                        from flight f join flight_cabin c on c.flight_id = f.id join airline l on l.code = f.airline_code
                        join airport o on o.code = f.origin join airport d on d.code = f.destination
                        """).query(row -> {
            rows.add(new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    local(row.getObject(6, LocalDateTime.class), row.getString(7)),
                    local(row.getObject(8, LocalDateTime.class), row.getString(9)),
                    row.getString(10),
                    row.getString(11),
                    Cabin.valueOf(row.getString(12)),
                    row.getLong(13),
                    row.getInt(14)));
        });
    }

    List<Row> rows() {
        return rows;
    }

    Answer answer(Map<String, String> query) {
        Set<String> from = place(query.getOrDefault("origin", ""));
        Set<String> to = place(query.getOrDefault("destination", ""));
        Cabin cabin = Cabin.valueOf(query.getOrDefault("cabin", "ECONOMY"));
        int seats = Integer.parseInt(query.getOrDefault("seats", "1"));
        List<Row> joining = keep(rows, r -> from.contains(r.origin()) && to.contains(r.destination()));
        List<Row> thatDay = keep(
                joining,
                r -> r.departure().toLocalDate().equals(LocalDate.parse(query.get("date")))
                        && r.cabin() == cabin
                        && Set.of("SCHEDULED", "DELAYED").contains(r.status())
                        && r.departure().toInstant().isAfter(Instant.now().plus(60, ChronoUnit.MINUTES)));
        List<Row> withSeats = keep(thatDay, r -> r.free() >= seats);
        String currency = query.containsKey("currency") ? query.get("currency") : commonest(withSeats);
        List<Row> inCurrency = keep(withSeats, r -> r.currency().equals(currency));
        Map<String, Predicate<Row>> filters = filters(query, currency);
        List<Row> result = new ArrayList<>(keepAllBut("none", filters, inCurrency));
        sort(result, query.getOrDefault("sort", "best"));
        String reason = !result.isEmpty()
                ? null
                : joining.isEmpty()
                        ? "NO_ROUTE"
                        : thatDay.isEmpty() ? "NO_FLIGHTS" : withSeats.isEmpty() ? "SOLD_OUT" : "FILTERED_OUT";
        return new Answer(result, facets(filters, inCurrency), reason);
    }

    private Map<String, Predicate<Row>> filters(Map<String, String> query, String currency) {
        Map<String, Predicate<Row>> filters = new LinkedHashMap<>();
        filters.put(
                "price",
                r -> new BigDecimal(query.getOrDefault("minPrice", "0")).compareTo(decimal(r.price(), currency)) <= 0
                        && new BigDecimal(query.getOrDefault("maxPrice", "999999999"))
                                        .compareTo(decimal(r.price(), currency))
                                >= 0);
        filters.put(
                "duration",
                r -> r.duration().compareTo(Duration.parse(query.getOrDefault("maxDuration", "PT999H"))) <= 0);
        filters.put(
                "airlines",
                r -> !query.containsKey("airlines")
                        || List.of(query.get("airlines").split(",")).contains(r.airline()));
        filters.put("departure", r -> within(r.departure(), query.get("departureFrom"), query.get("departureTo")));
        filters.put("arrival", r -> within(r.arrival(), query.get("arrivalFrom"), query.get("arrivalTo")));
        filters.put("rating", r -> !query.containsKey("minRating"));
        filters.put(
                "overnight",
                r -> !"true".equals(query.get("excludeOvernight"))
                        || !r.arrival().toLocalDate().isAfter(r.departure().toLocalDate()));
        return filters;
    }

    private Map<String, Object> facets(Map<String, Predicate<Row>> filters, List<Row> rows) {
        List<Row> forPrice = keepAllBut("price", filters, rows);
        List<Row> forDuration = keepAllBut("duration", filters, rows);
        Map<String, List<Row>> byAirline = new TreeMap<>();
        keepAllBut("airlines", filters, rows)
                .forEach(r -> byAirline
                        .computeIfAbsent(r.airline(), a -> new ArrayList<>())
                        .add(r));
        List<Map<String, Object>> airlines = new ArrayList<>();
        byAirline.forEach((code, some) -> airlines.add(
                Map.of("code", code, "name", some.get(0).airlineName(), "count", some.size(), "minPrice", min(some))));
        List<Row> all = keepAllBut("none", filters, rows);
        List<Map<String, Object>> departures = new ArrayList<>();
        for (int hour = 0; hour < 24; hour += 6) {
            int begin = hour;
            int count = keep(
                            keepAllBut("departure", filters, rows),
                            r -> r.departure().getHour() >= begin
                                    && r.departure().getHour() < begin + 6)
                    .size();
            if (count > 0) {
                departures.add(Map.of(
                        "from",
                        String.format("%02d:00", hour),
                        "to",
                        String.format("%02d:00", hour + 6),
                        "count",
                        count));
            }
        }
        return Map.of(
                "price",
                range(forPrice.isEmpty() ? null : min(forPrice), forPrice.isEmpty() ? null : max(forPrice)),
                "duration",
                range(
                        forDuration.stream()
                                .map(Row::duration)
                                .min(Comparator.naturalOrder())
                                .map(Object::toString)
                                .orElse(null),
                        forDuration.stream()
                                .map(Row::duration)
                                .max(Comparator.naturalOrder())
                                .map(Object::toString)
                                .orElse(null)),
                "airlines",
                airlines,
                "stops",
                all.isEmpty() ? List.of() : List.of(Map.of("stops", 0, "count", all.size(), "minPrice", min(all))),
                "departure",
                departures);
    }

    static void sort(List<Row> rows, String order) {
        ToLongFunction<Row> millis = r -> r.duration().toMillis();
        Comparator<Row> ties = Comparator.comparingLong(Row::price)
                .thenComparingLong(millis)
                .thenComparing(r -> r.departure().toInstant())
                .thenComparingLong(Row::id);
        Comparator<Row> first = switch (order) {
            case "price" -> Comparator.comparingLong(Row::price);
            case "duration" -> Comparator.comparingLong(millis);
            case "departure" -> Comparator.comparing(r -> r.departure().toInstant());
            case "arrival" -> Comparator.comparing(r -> r.arrival().toInstant());
            case "rating" -> (a, b) -> 0;
            default -> {
                Map<Long, Long> scores = new TreeMap<>();
                rows.forEach(r -> scores.put(r.id(), score(r, rows)));
                yield Comparator.comparing(r -> scores.get(r.id()));
            }
        };
        rows.sort(first.thenComparing(ties));
    }

    static long score(Row row, List<Row> result) {
        double price = part(row, result, Row::price);
        double time = part(row, result, r -> r.duration().toMillis());
        return Math.round((0.5 * price + 0.5 * time) * 10_000);
    }

    private static double part(Row row, List<Row> result, ToLongFunction<Row> of) {
        long least = result.stream().mapToLong(of).min().orElseThrow();
        long most = result.stream().mapToLong(of).max().orElseThrow();
        return most == least ? 0 : (double) (of.applyAsLong(row) - least) / (most - least);
    }

    private Set<String> place(String text) {
        if (text.startsWith("airport:")) {
            return Set.of(text.substring(8));
        }
        String code = text.replace("city:", "");
        return airportsOfCity.containsKey(code) ? airportsOfCity.get(code) : Set.of(code);
    }

    private static boolean within(ZonedDateTime time, @Nullable String from, @Nullable String to) {
        LocalTime at = time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        LocalTime begin = LocalTime.parse(from == null ? "00:00" : from);
        LocalTime end = LocalTime.parse(to == null ? "23:59" : to);
        return begin.isAfter(end) ? !at.isBefore(begin) || !at.isAfter(end) : !at.isBefore(begin) && !at.isAfter(end);
    }

    private static String commonest(List<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(r -> counts.merge(r.currency(), 1L, Long::sum));
        long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
        return counts.keySet().stream()
                .filter(c -> counts.getOrDefault(c, 0L) == most)
                .findFirst()
                .orElse("USD");
    }

    static Map<String, String> money(long minor, String currency) {
        return Map.of("amount", decimal(minor, currency).toPlainString(), "currency", currency);
    }

    private static BigDecimal decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, Map.of("JPY", 0, "BHD", 3).getOrDefault(currency, 2));
    }

    private static Object min(List<Row> rows) {
        return money(
                rows.stream().mapToLong(Row::price).min().orElseThrow(),
                rows.get(0).currency());
    }

    private static Object max(List<Row> rows) {
        return money(
                rows.stream().mapToLong(Row::price).max().orElseThrow(),
                rows.get(0).currency());
    }

    private static Map<String, @Nullable Object> range(@Nullable Object min, @Nullable Object max) {
        Map<String, @Nullable Object> range = new LinkedHashMap<>();
        range.put("min", min);
        range.put("max", max);
        return range;
    }

    private static List<Row> keepAllBut(String facet, Map<String, Predicate<Row>> filters, List<Row> rows) {
        return keep(
                rows,
                r -> filters.entrySet().stream()
                        .allMatch(f -> f.getKey().equals(facet) || f.getValue().test(r)));
    }

    private static List<Row> keep(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    private static ZonedDateTime local(LocalDateTime utc, String zone) {
        return utc.toInstant(ZoneOffset.UTC).atZone(ZoneId.of(zone));
    }
}
