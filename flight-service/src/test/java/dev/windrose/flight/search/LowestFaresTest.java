package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The calendar shows for each day of a month what a search for that day would show first by price. */
class LowestFaresTest extends FlightServiceTest {
    private static final YearMonth MONTH = YearMonth.now().plusMonths(7);

    @Autowired
    private TimetableStore store;

    @Test
    void eachDayIsTheCheapestOfItsSearch() {
        Network network = new Network(jdbc);
        for (String code : new String[] {"YLA", "YLB", "YLC"}) {
            network.city(code, code, "Pacific/Auckland").airport(code, code, "Pacific/Auckland");
        }
        network.airline("YL").catalogueWritten();
        Random random = new Random(9);
        long last = 0;
        for (int i = 0; i < 70; i++) {
            LocalDate day = MONTH.atDay(1 + random.nextInt(MONTH.lengthOfMonth() - 3));
            last = network.flight(
                    "YL" + i, "YLA", "YLB", day.atTime(6, i % 60), day.atTime(8, 0), Network.economy(price(random)));
            if (random.nextInt(3) == 0) {
                network.held(last, 100);
            }
            String end = random.nextBoolean() ? "YLC" : "YLB";
            last = network.flight(
                    "YL" + (100 + i),
                    end.equals("YLC") ? "YLA" : "YLC",
                    end.equals("YLC") ? "YLC" : "YLB",
                    day.atTime(end.equals("YLC") ? 7 : 11, 0),
                    day.atTime(end.equals("YLC") ? 9 : 13, 0),
                    Network.economy(price(random)));
        }
        long newest = last;
        await().atMost(Duration.ofSeconds(10)).until(() -> store.flight(newest) != null);

        JsonNode days = anonymous()
                .get("/api/v1/flights/lowest-fares?origin=YLA&destination=YLB&month=" + MONTH)
                .json()
                .path("items");

        assertThat(days).hasSize(MONTH.lengthOfMonth());
        int priced = 0;
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = MONTH.atDay(i + 1);
            JsonNode cheapest = anonymous()
                    .get("/api/v1/flights/search?origin=YLA&destination=YLB&sort=price&limit=1&date=" + day)
                    .json()
                    .path("items")
                    .path(0)
                    .path("pricePerSeat");
            assertThat(days.path(i).path("date").asString()).isEqualTo(day.toString());
            assertThat(days.path(i).path("price"))
                    .as("%s", day)
                    .isEqualTo(cheapest.isMissingNode() ? NullNode.getInstance() : cheapest);
            priced += cheapest.isMissingNode() ? 0 : 1;
        }
        assertThat(priced).isBetween(10, MONTH.lengthOfMonth() - 1);
    }

    @Test
    void everyFaultIsTold() {
        Answer refused = anonymous().get("/api/v1/flights/lowest-fares?origin=QQ&month=2026-13&cabin=ROOF");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactly("origin", "destination", "month", "cabin");
    }

    @Test
    void aMinimumConnectionTimeIsSetSeenByAllAndGivenUp() {
        new Network(jdbc).city("YLM", "YLM", "UTC").airport("YLM", "YLM", "UTC").catalogueWritten();
        String path = "/api/v1/airports/YLM/minimum-connection-time";
        assertThat(anonymous().get(path).text()).isEqualTo("{\"minimumConnectionTime\":\"PT1H\",\"usual\":true}");
        assertThat(customer()
                        .put(path, Map.of("minimumConnectionTime", "PT45M"))
                        .status())
                .isEqualTo(403);
        assertThat(staff().put(path, Map.of("minimumConnectionTime", "PT45M")).text())
                .isEqualTo("{\"minimumConnectionTime\":\"PT45M\",\"usual\":false}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> store.state().directory().airport("YLM").minConnectionMillis()
                        == Duration.ofMinutes(45).toMillis());
        for (String wrong : new String[] {"PT0S", "PT7H", "PT1M1S", "45", ""}) {
            assertThat(staff().put(path, Map.of("minimumConnectionTime", wrong)).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(staff().delete(path).json().path("usual").asBoolean()).isTrue();
        assertThat(anonymous()
                        .get("/api/v1/airports/QQQ/minimum-connection-time")
                        .code())
                .isEqualTo("airport_not_found");
    }

    private static long price(Random random) {
        return 5_000 + 10L * random.nextInt(3_000);
    }
}
