package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which drops are told, and how. */
class PriceDropTest extends PriceWatchTest {
    @Test
    void aDropIsToldOnceWithAllThatItsMailNeeds() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        JsonNode watch = watchJourney("QWA", "airport:QWB", "95.00");
        assertThat(watch.at("/baseline/amount").asString()).isEqualTo("100.00");

        scene.fare(flight, "90.00");

        JsonNode drop = tap.of(id(watch), 1).get(0);
        assertThat(drop.path("userId").asString()).isEqualTo("watcher-" + test);
        assertThat(drop.path("recipient").toString())
                .isEqualTo("{\"email\":\"watcher-%d@example.com\",\"name\":\"Test watcher-%d\"}".formatted(test, test));
        assertThat(drop.path("origin").toString())
                .isEqualTo("{\"place\":\"city:QWA\",\"code\":\"QWA\",\"name\":\"City QWA\",\"city\":\"City QWA\"}");
        assertThat(drop.path("destination").toString())
                .isEqualTo(
                        "{\"place\":\"airport:QWB\",\"code\":\"QWB\",\"name\":\"QWB International\",\"city\":\"City QWB\"}");
        assertThat(drop.path("date").asString()).isEqualTo(day.toString());
        assertThat(drop.path("cabin").asString()).isEqualTo("ECONOMY");
        assertThat(drop.path("flightId").isNull()).isTrue();
        assertThat(drop.path("flightNumber").isNull()).isTrue();
        assertThat(drop.path("price")).isEqualTo(usd("90.00"));
        assertThat(drop.path("previousPrice")).isEqualTo(usd("100.00"));
        assertThat(drop.path("targetPrice")).isEqualTo(usd("95.00"));
        assertThat(toldAfterAll(watch)).containsExactly("100.00>90.00");
        JsonNode seen = user().get("/api/v1/price-watches/" + id(watch)).json();
        assertThat(seen.path("lastTold")).isEqualTo(usd("90.00"));
        assertThat(seen.path("baseline")).isEqualTo(usd("100.00"));
    }

    @Test
    void onlyWhatIsLowerThanAllThatWasToldIsTold() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        JsonNode watch = watchJourney("QWA", "QWB");
        scene.fare(flight, "90.00");
        told(watch, 1);

        scene.fare(flight, "120.00");
        scene.awaitLowest("QWA", "QWB", day, "120.00");
        scene.fare(flight, "95.00");
        scene.awaitLowest("QWA", "QWB", day, "95.00");
        scene.fare(flight, "90.00");

        assertThat(toldAfterAll(watch)).containsExactly("100.00>90.00");
        scene.fare(flight, "89.99");
        assertThat(told(watch, 2)).containsExactly("100.00>90.00", "90.00>89.99");
    }

    @Test
    void aTargetIsWaitedFor() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        JsonNode watch = watchJourney("QWA", "QWB", "80.00");

        scene.fare(flight, "80.01");
        assertThat(toldAfterAll(watch)).isEmpty();

        scene.fare(flight, "80.00");
        assertThat(told(watch, 1)).containsExactly("100.00>80.00");
    }

    @Test
    void aNewFlightFromAnotherAirportOfTheCityIsTold() {
        scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        JsonNode watch = watchJourney("QWA", "QWB");

        scene.flight("QWX", "QWB", day.atTime(23, 30), "70.00");

        assertThat(told(watch, 1)).containsExactly("100.00>70.00");
    }

    @Test
    void aSeatThatComesFreeIsToldAndWhatIsSoldOutIsNot() {
        scene.flight("QWA", "QWB", day.atTime(9, 0), "200.00");
        String cheap = scene.flight("QWA", "QWB", day.atTime(10, 0), "100.00");
        Runnable giveBack = scene.sellOut(cheap);
        scene.awaitLowest("QWA", "QWB", day, "200.00");
        JsonNode watch = watchJourney("QWA", "QWB");

        scene.fare(cheap, "50.00");
        assertThat(toldAfterAll(watch)).isEmpty();

        giveBack.run();
        assertThat(told(watch, 1)).containsExactly("200.00>50.00");
    }

    @Test
    void bothFlightsOfAConnectionCount() {
        String first = scene.flight("QWA", "QWB", day.atTime(21, 0), "100.00");
        String second =
                scene.flight("QWB", "QWC", day.plusDays(1).atStartOfDay().plusMinutes(30), "100.00");
        scene.awaitLowest("QWA", "QWC", day, "200.00");
        JsonNode watch = watchJourney("QWA", "QWC");

        scene.fare(second, "50.00");
        assertThat(told(watch, 1)).containsExactly("200.00>150.00");
        scene.fare(first, "60.00");
        assertThat(told(watch, 2)).containsExactly("200.00>150.00", "150.00>110.00");
    }

    @Test
    void ofAWatchedFlightOnlyItsOwnPriceCounts() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        JsonNode watch = Scene.watch(user(), Map.of("flightId", flight));
        assertThat(watch.at("/baseline/amount").asString()).isEqualTo("100.00");

        scene.flight("QWA", "QWB", day.atTime(10, 0), "50.00");
        assertThat(toldAfterAll(watch)).isEmpty();

        scene.fare(flight, "75.00");
        JsonNode drop = tap.of(id(watch), 1).get(0);
        assertThat(drop.path("price")).isEqualTo(usd("75.00"));
        assertThat(drop.path("flightId").asString()).isEqualTo(flight);
        assertThat(drop.path("flightNumber")).isEqualTo(watch.path("flightNumber"));
        assertThat(drop.path("date").asString()).isEqualTo(day.toString());
    }

    @Test
    void whatIsFirstOnSaleIsTheBaselineAndToldOnlyIfItMeetsATarget() {
        JsonNode any = watchJourney("QWA", "QWB");
        JsonNode wanted = watchJourney("QWA", "QWB", "100.00");
        JsonNode lower = watchJourney("QWA", "QWB", "80.00");
        assertThat(any.path("baseline").isNull()).isTrue();

        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");

        JsonNode first = tap.of(id(wanted), 1).get(0);
        assertThat(first.path("previousPrice").isNull()).isTrue();
        assertThat(first.path("price")).isEqualTo(usd("100.00"));
        assertThat(toldAfterAll(any)).isEmpty();
        assertThat(user().get("/api/v1/price-watches/" + id(any)).json().path("baseline"))
                .isEqualTo(usd("100.00"));
        scene.fare(flight, "80.00");
        assertThat(told(any, 1)).containsExactly("100.00>80.00");
        assertThat(told(wanted, 2)).containsExactly("->100.00", "100.00>80.00");
        assertThat(told(lower, 1)).containsExactly("100.00>80.00");
    }

    private static JsonNode usd(String amount) {
        JsonNode money = DropTap.example().at("/data/price").deepCopy();
        ((ObjectNode) money).put("amount", amount);
        return money;
    }
}
