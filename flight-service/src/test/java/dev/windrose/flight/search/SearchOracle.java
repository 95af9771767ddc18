package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search as anybody would write it who had all day: over plain rows, one filter after the other. What the real one must agree with. */
final class SearchOracle {
    private final Map<String, Set<String>> airportsOfCity = new TreeMap<>();
    private final Map<String, String> cityOf = new HashMap<>();
    private final Map<String, Duration> minConnection = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, NavigableMap<Instant, List<Row>>> bookable = new HashMap<>();

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
            int free) {}

    record Answer(
            List<Journey> items,
            Map<String, Object> facets,
            @Nullable String emptyReason) {}

    SearchOracle(JdbcClient jdbc) {
        jdbc.sql("select code from city")
                .query(String.class)
                .list()
                .forEach(c -> airportsOfCity.put(c, new TreeSet<>()));
        jdbc.sql("select code, city_code, min_connection_minutes from airport").query(row -> {
            cityOf.put(row.getString(1), row.getString(2));
            airportsOfCity
                    .computeIfAbsent(row.getString(2), c -> new TreeSet<>())
                    .add(row.getString(1));
            Integer minutes = row.getObject(3, Integer.class);
            minConnection.put(row.getString(1), Duration.ofMinutes(minutes == null ? 60 : minutes));
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
        keep(rows, r -> Set.of("SCHEDULED", "DELAYED").contains(r.status()))
                .forEach(r -> bookable.computeIfAbsent(r.origin(), o -> new TreeMap<>())
                        .computeIfAbsent(r.departure().toInstant(), t -> new ArrayList<>())
                        .add(r));
    }

    List<Row> rows() {
        return rows;
    }

    Answer answer(Map<String, String> query) {
        Set<String> from = place(query.getOrDefault("origin", ""));
        Set<String> to = place(query.getOrDefault("destination", ""));
        int seats = Integer.parseInt(query.getOrDefault("seats", "1"));
        int maxStops = Integer.parseInt(query.getOrDefault("maxStops", "1"));
        List<Journey> offered = offered(query, from, to, maxStops);
        List<Journey> withSeats = keep(offered, j -> j.free() >= seats);
        String currency = query.containsKey("currency") ? query.get("currency") : commonest(withSeats);
        List<Journey> inCurrency = keep(withSeats, j -> j.currency().equals(currency));
        OracleFilters filters = new OracleFilters(query, currency);
        List<Journey> result = OracleOrder.sorted(filters.all(inCurrency), query.getOrDefault("sort", "best"));
        String reason = !result.isEmpty()
                ? null
                : !offered.isEmpty()
                        ? withSeats.isEmpty() ? "SOLD_OUT" : "FILTERED_OUT"
                        : joined(from, to, maxStops) ? "NO_FLIGHTS" : "NO_ROUTE";
        return new Answer(result, new OracleFacets(filters, inCurrency).facets(), reason);
    }

    /** Each day's cheapest, as the calendar shows it. */
    Map<LocalDate, @Nullable Object> lowestFares(Map<String, String> query, LocalDate first, int days) {
        Map<LocalDate, @Nullable Object> fares = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            Map<String, String> day = new HashMap<>(query);
            day.put("date", first.plusDays(i).toString());
            day.put("sort", "price");
            List<Journey> items = answer(day).items();
            fares.put(
                    first.plusDays(i),
                    items.isEmpty()
                            ? null
                            : money(items.get(0).price(), items.get(0).currency()));
        }
        return fares;
    }

    private List<Journey> offered(Map<String, String> query, Set<String> from, Set<String> to, int maxStops) {
        Cabin cabin = Cabin.valueOf(query.getOrDefault("cabin", "ECONOMY"));
        LocalDate date = LocalDate.parse(query.get("date"));
        int flex = Integer.parseInt(query.getOrDefault("flexDays", "0"));
        Instant closing = Instant.now().plus(60, ChronoUnit.MINUTES);
        List<Journey> complete = new ArrayList<>();
        List<Journey> soFar = keep(
                        rows,
                        r -> from.contains(r.origin())
                                && r.cabin() == cabin
                                && Set.of("SCHEDULED", "DELAYED").contains(r.status())
                                && !r.departure().toLocalDate().isBefore(date.minusDays(flex))
                                && !r.departure().toLocalDate().isAfter(date.plusDays(flex))
                                && r.departure().toInstant().isAfter(closing))
                .stream()
                .map(r -> new Journey(List.of(r)))
                .toList();
        for (int stops = 0; stops <= maxStops; stops++) {
            int n = stops;
            complete.addAll(keep(soFar, j -> to.contains(j.last().destination()) && (n == 0 || noCityTwice(j))));
            soFar = stops == maxStops
                    ? List.of()
                    : soFar.stream().flatMap(j -> extended(j).stream()).toList();
        }
        return complete;
    }

    private List<Journey> extended(Journey journey) {
        Row last = journey.last();
        Instant landed = last.arrival().toInstant();
        Duration least = minConnection.getOrDefault(last.destination(), Duration.ofMinutes(60));
        return bookable
                .getOrDefault(last.destination(), new TreeMap<>())
                .subMap(landed.plus(least), true, landed.plus(Duration.ofHours(6)), true)
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(r -> r.cabin() == last.cabin() && r.currency().equals(last.currency()))
                .map(journey::then)
                .filter(this::noCityTwice)
                .toList();
    }

    private boolean noCityTwice(Journey journey) {
        List<String> cities = journey.airports().stream().map(cityOf::get).toList();
        return new HashSet<>(cities).size() == cities.size();
    }

    private boolean joined(Set<String> from, Set<String> to, int maxStops) {
        Map<String, Set<String>> reached = rows.stream()
                .collect(Collectors.groupingBy(Row::origin, Collectors.mapping(Row::destination, Collectors.toSet())));
        return from.stream().anyMatch(f -> joined(List.of(f), to, maxStops, reached));
    }

    private boolean joined(List<String> soFar, Set<String> to, int maxStops, Map<String, Set<String>> reached) {
        return reached.getOrDefault(soFar.get(soFar.size() - 1), Set.of()).stream()
                .anyMatch(next -> {
                    List<String> longer = new ArrayList<>(soFar);
                    longer.add(next);
                    List<String> cities = longer.stream().map(cityOf::get).toList();
                    boolean once = new HashSet<>(cities).size() == cities.size();
                    return to.contains(next) && (once || soFar.size() == 1)
                            || once && maxStops > 0 && joined(longer, to, maxStops - 1, reached);
                });
    }

    private Set<String> place(String text) {
        if (text.startsWith("airport:")) {
            return Set.of(text.substring(8));
        }
        String code = text.replace("city:", "");
        return airportsOfCity.containsKey(code) ? airportsOfCity.get(code) : Set.of(code);
    }

    private static String commonest(List<Journey> journeys) {
        Map<String, Long> counts = new TreeMap<>();
        journeys.forEach(j -> counts.merge(j.currency(), 1L, Long::sum));
        long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
        return counts.keySet().stream()
                .filter(c -> counts.getOrDefault(c, 0L) == most)
                .findFirst()
                .orElse("USD");
    }

    static Map<String, String> money(long minor, String currency) {
        return Map.of("amount", decimal(minor, currency).toPlainString(), "currency", currency);
    }

    static BigDecimal decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, Map.of("JPY", 0, "BHD", 3).getOrDefault(currency, 2));
    }

    static <T> List<T> keep(List<T> some, Predicate<T> wanted) {
        return some.stream().filter(wanted).toList();
    }

    private static ZonedDateTime local(LocalDateTime utc, String zone) {
        return utc.toInstant(ZoneOffset.UTC).atZone(ZoneId.of(zone));
    }
}
