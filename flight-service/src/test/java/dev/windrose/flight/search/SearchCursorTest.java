package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A result stays what it was while it is walked, whatever moves meanwhile. */
class SearchCursorTest extends FlightServiceTest {
    private static final LocalDate FIRST = LocalDate.now().plusDays(70);
    private static int used;

    @Autowired
    private TimetableStore store;

    private final LocalDate day = FIRST.plusDays(used++);
    private Network network;

    @BeforeEach
    void airports() {
        network = new Network(jdbc)
                .city("YCA", "Here", "America/New_York")
                .city("YCB", "There", "America/Denver")
                .airport("YCA", "YCA", "America/New_York")
                .airport("YCB", "YCB", "America/Denver")
                .airline("YC");
        network.catalogueWritten();
    }

    @Test
    void orderAndMembershipStandWhilePricesAndSeatsMove() {
        List<Long> flights = flights(60);
        Random random = new Random(3);
        List<String> expected = ids(search("&sort=price&seats=2&maxPrice=600&limit=100"));
        assertThat(expected).hasSize(50);
        JsonNode page = search("&sort=price&seats=2&maxPrice=600&limit=7");
        List<String> walked = new ArrayList<>(ids(page));
        while (!page.path("nextCursor").isNull()) {
            for (long flight : flights) {
                network.price(flight, 100 + random.nextInt(100_000));
                network.held(flight, random.nextInt(101));
            }
            awaitRead(flights);
            page = search("&sort=price&seats=2&maxPrice=600&limit=7&cursor="
                    + page.path("nextCursor").asString());
            walked.addAll(ids(page));
        }
        assertThat(walked).isEqualTo(expected);
    }

    @Test
    void pricesShownOnLaterPagesAreTheNewOnes() {
        List<Long> flights = flights(3);
        JsonNode page = search("&sort=price&limit=2");
        network.price(flights.get(2), 77);
        awaitRead(flights);
        JsonNode next =
                search("&sort=price&limit=2&cursor=" + page.path("nextCursor").asString());
        assertThat(next.path("items")
                        .path(0)
                        .path("pricePerSeat")
                        .path("amount")
                        .asString())
                .isEqualTo("0.77");
        assertThat(next.path("facets")).isEqualTo(page.path("facets"));
        assertThat(next.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void whatIsCancelledMeanwhileIsNotOfferedAnyMore() {
        List<Long> flights = flights(4);
        JsonNode page = search("&sort=price&limit=1");
        network.status(flights.get(1), "CANCELLED");
        await().atMost(Duration.ofSeconds(5)).until(() -> store.flight(flights.get(1)) == null);
        assertThat(ids(search(
                        "&sort=price&limit=2&cursor=" + page.path("nextCursor").asString())))
                .containsExactly(flights.get(2).toString(), flights.get(3).toString());
    }

    @Test
    void aCursorIsRefusedByAnotherQueryOrDamaged() {
        flights(3);
        String cursor = search("&limit=1").path("nextCursor").asString();
        assertThat(ids(search("&limit=2&cursor=" + cursor))).hasSize(2);
        for (String other : List.of(
                "&sort=price&cursor=" + cursor,
                "&seats=2&cursor=" + cursor,
                "&cursor=" + cursor.substring(0, cursor.length() - 2),
                "&cursor=x",
                "&cursor=%20")) {
            Answer refused = anonymous().get(path(other));
            assertThat(refused.status()).as(other).isEqualTo(400);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("cursor");
        }
    }

    private List<Long> flights(int number) {
        List<Long> flights = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            flights.add(network.flight(
                    "YC" + (i + 1),
                    "YCA",
                    "YCB",
                    day.atTime(6, i),
                    day.atTime(9, 0),
                    Network.economy(10_000 + 1_020L * i)));
        }
        awaitRead(flights);
        return flights;
    }

    /** The follower has read these flights as the tables now have them. */
    private void awaitRead(List<Long> flights) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(flights.stream()
                                .map(id -> store.flight(id))
                                .map(f -> f == null
                                        ? "gone"
                                        : f.cabins()[0].latest().priceMinor + "/"
                                                + f.cabins()[0].latest().seatsAvailable)
                                .toList())
                        .isEqualTo(jdbc.sql("select price_minor, capacity - held - sold from flight_cabin"
                                        + " where flight_id in (:ids) order by flight_id")
                                .param("ids", flights)
                                .query((row, n) -> row.getLong(1) + "/" + row.getInt(2))
                                .list()));
    }

    private JsonNode search(String more) {
        return anonymous().get(path(more)).json();
    }

    private String path(String more) {
        return "/api/v1/flights/search?origin=YCA&destination=YCB&date=" + day + more;
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("flightId");
    }
}
