package dev.windrose.flight.search;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.FlightServiceTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Search gives the items, the order, the facets and the reasons that a slow and obvious one gives. */
class SearchOracleTest extends FlightServiceTest {
    private static final Logger log = LoggerFactory.getLogger(SearchOracleTest.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MANY = 500;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TimetableStore store;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int largest;

    @Test
    void aRandomNetworkOfManyZonesAndCurrencies() {
        RandomNetwork network = new RandomNetwork(jdbc, 2_026);
        transaction.executeWithoutResult(status -> network.write(1_500));
        compare(600, network.places(), network.airlines(), network.days());
        assertThat(outcomes).containsKeys("found", "NO_ROUTE", "NO_FLIGHTS", "SOLD_OUT", "FILTERED_OUT");
        assertThat(outcomes.getOrDefault("found", 0)).as("%s", outcomes).isGreaterThan(200);
    }

    @Test
    @EnabledIfSystemProperty(named = "windrose.timetable", matches = ".+")
    void aRealTimetable() {
        CsvNetwork network = new CsvNetwork(jdbc, Path.of(System.getProperty("windrose.timetable")));
        transaction.executeWithoutResult(status -> network.write());
        compare(1_000, network.places(), network.airlines(), network.days());
        assertThat(outcomes.getOrDefault("found", 0)).as("%s", outcomes).isGreaterThan(200);
        log.info("1,000 queries agree: {}, the largest result has {} itineraries", outcomes, largest);
    }

    private void compare(int queries, List<String> places, List<String> airlines, List<LocalDate> days) {
        SearchOracle oracle = new SearchOracle(jdbc);
        awaitFilled(oracle);
        List<SearchOracle.Row> rows = oracle.rows().stream()
                .filter(r -> airlines.contains(r.airline()))
                .toList();
        RandomQueries random = new RandomQueries(2_027, places, airlines, days, rows);
        for (int i = 0; i < queries; i++) {
            Map<String, String> query = random.next();
            JsonNode first = search(query, "");
            if (first.has("errors")) {
                assertThat(first.path("errors").findValuesAsString("code"))
                        .as("%s", query)
                        .containsOnly("same_as_origin");
                continue;
            }
            SearchOracle.Answer expected = oracle.answer(query);
            outcomes.merge(expected.emptyReason() == null ? "found" : expected.emptyReason(), 1, Integer::sum);
            int limit = expected.items().size() > 200 ? 100 : random.limit();
            assertThat(shown(query, limit)).as("%s", query).isEqualTo(shown(expected.items(), query));
            largest = Math.max(largest, expected.items().size());
            assertThat(first.path("facets")).as("%s", query).isEqualTo(JSON.valueToTree(expected.facets()));
            assertThat(first.path("emptyReason").asString("none"))
                    .as("%s", query)
                    .isEqualTo(expected.emptyReason() == null ? "none" : expected.emptyReason());
        }
    }

    private void awaitFilled(SearchOracle oracle) {
        List<SearchOracle.Row> bookable = oracle.rows().stream()
                .filter(r -> r.status().equals("SCHEDULED")
                        && r.departure().toLocalDate().isAfter(LocalDate.now().plusDays(2)))
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bookable.stream().allMatch(row -> store.flight(row.id()) != null));
    }

    /** Every item of every page, by what it says; of results of many thousands the first. */
    private List<Map<String, String>> shown(Map<String, String> query, int limit) {
        List<Map<String, String>> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = search(query, "&limit=" + limit + cursor);
            page.path("items").forEach(item -> shown.add(shown(item)));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty() && shown.size() < MANY);
        return shown;
    }

    private static Map<String, String> shown(JsonNode item) {
        Map<String, String> shown = new HashMap<>();
        shown.put("flights", String.join("-", item.path("segments").findValuesAsString("flightId")));
        shown.put("id", item.path("id").asString());
        shown.put("stops", item.path("stops").asString());
        for (String text : List.of("departureTime", "arrivalTime", "duration", "cabin")) {
            shown.put(text, item.path(text).asString());
        }
        shown.put("price", item.path("pricePerSeat").path("amount").asString());
        shown.put("total", item.path("totalPrice").path("amount").asString());
        shown.put("free", item.path("seatsAvailable").asString());
        shown.put("score", Double.toString(item.path("score").asDouble()));
        return shown;
    }

    private static List<Map<String, String>> shown(List<Journey> journeys, Map<String, String> query) {
        int seats = Integer.parseInt(query.getOrDefault("seats", "1"));
        Map<Journey, Long> scores = OracleOrder.scores(journeys);
        return journeys.stream()
                .limit(MANY)
                .map(j -> Map.ofEntries(
                        entry("flights", j.ids()),
                        entry("id", j.ids()),
                        entry("stops", Integer.toString(j.stops())),
                        entry("departureTime", withSeconds(j.departure().toOffsetDateTime())),
                        entry("arrivalTime", withSeconds(j.arrival().toOffsetDateTime())),
                        entry("duration", j.duration().toString()),
                        entry("cabin", j.first().cabin().name()),
                        entry("price", amount(j.price(), j)),
                        entry("total", amount(j.price() * seats, j)),
                        entry("free", Integer.toString(j.free())),
                        entry("score", Double.toString(scores.getOrDefault(j, -1L) / 10_000.0))))
                .toList();
    }

    private static String amount(long minor, Journey journey) {
        return SearchOracle.money(minor, journey.currency()).getOrDefault("amount", "");
    }

    private static String withSeconds(java.time.OffsetDateTime time) {
        return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private JsonNode search(Map<String, String> query, String more) {
        return anonymous()
                .get("/api/v1/flights/search?"
                        + query.entrySet().stream()
                                .map(p -> p.getKey() + "=" + p.getValue())
                                .collect(Collectors.joining("&"))
                        + more)
                .json();
    }
}
