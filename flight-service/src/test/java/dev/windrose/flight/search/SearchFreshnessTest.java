package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.FlightServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What commits is found within a second: with {@code -Dwindrose.fresh-millis=1000}. By default these tests leave a busy machine more time.
 */
class SearchFreshnessTest extends FlightServiceTest {
    private static final LocalDate DAY = LocalDate.now().plusDays(20);
    private static final Duration FRESH = Duration.ofMillis(Long.getLong("windrose.fresh-millis", 5_000));
    private Network network;

    @BeforeEach
    void airports() {
        network = new Network(jdbc)
                .city("YFA", "Fresh", "America/New_York")
                .city("YFB", "Fishy", "America/Denver")
                .airport("YFA", "YFA", "America/New_York")
                .airport("YFB", "YFB", "America/Denver")
                .airline("YF");
        network.catalogueWritten();
    }

    @Test
    void aNewFlightItsFareSeatsTimesAndEndShow() {
        long id = network.flight("YF1", "YFA", "YFB", DAY.atTime(9, 0), DAY.atTime(10, 30), Network.economy(12_950));
        shown(() -> assertThat(found(DAY)
                        .path("items")
                        .path(0)
                        .path("pricePerSeat")
                        .path("amount")
                        .asString())
                .isEqualTo("129.50"));
        network.price(id, 9_900);
        shown(() -> assertThat(found(DAY)
                        .path("items")
                        .path(0)
                        .path("pricePerSeat")
                        .path("amount")
                        .asString())
                .isEqualTo("99.00"));
        network.held(id, 97);
        shown(() -> assertThat(
                        found(DAY).path("items").path(0).path("seatsAvailable").asInt())
                .isEqualTo(3));
        network.held(id, 100);
        shown(() -> assertThat(found(DAY).path("emptyReason").asString()).isEqualTo("SOLD_OUT"));
        network.held(id, 0);
        network.update(
                id,
                "update flight set status = 'DELAYED', departs_at = departs_at + interval 1 day,"
                        + " arrives_at = arrives_at + interval 1 day where id = ?");
        shown(() -> assertThat(found(DAY.plusDays(1))
                        .path("items")
                        .path(0)
                        .path("segments")
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("DELAYED"));
        assertThat(found(DAY).path("emptyReason").asString()).isEqualTo("NO_FLIGHTS");
        network.status(id, "CANCELLED");
        shown(() -> assertThat(found(DAY.plusDays(1)).path("emptyReason").asString())
                .isEqualTo("NO_FLIGHTS"));
    }

    @Test
    void namesZonesAndNewAirportsShow() {
        network.flight("YF2", "YFB", "YFA", DAY.atTime(22, 30), DAY.plusDays(1).atTime(4, 0), Network.economy(5_000));
        shown(() -> assertThat(back(DAY).path("items")).hasSize(1));
        jdbc.sql("update airport set name = 'Renamed' where code = 'YFB'").update();
        network.catalogueWritten();
        shown(() -> assertThat(back(DAY)
                        .path("items")
                        .path(0)
                        .path("segments")
                        .path(0)
                        .path("origin")
                        .path("name")
                        .asString())
                .isEqualTo("Renamed"));
        jdbc.sql("update airport set time_zone = 'America/New_York' where code = 'YFB'")
                .update();
        network.catalogueWritten();
        shown(() -> assertThat(back(DAY.plusDays(1))
                        .path("items")
                        .path(0)
                        .path("departureTime")
                        .asString())
                .startsWith(DAY.plusDays(1) + "T00:30:00-0"));
        network.airport("YFC", "YFB", "America/Denver").airline("YG");
        network.flight("YG1", "YFC", "YFA", DAY.atTime(8, 0), DAY.atTime(14, 0), Network.economy(7_000));
        shown(() -> assertThat(back(DAY).path("items")).hasSize(1));
    }

    @Test
    void aFlightIsOfferedUntilAnHourBeforeItLeaves() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        network.flight(
                "YF3",
                "YFA",
                "YFB",
                now.plusSeconds(3_590),
                now.plusSeconds(9_000),
                "USD",
                "SCHEDULED",
                List.of(Network.economy(1)));
        long open = network.flight(
                "YF4",
                "YFA",
                "YFB",
                now.plusSeconds(3_720),
                now.plusSeconds(9_000),
                "USD",
                "SCHEDULED",
                List.of(Network.economy(1)));
        LocalDate closing = LocalDate.ofInstant(now.plusSeconds(3_590), ZoneId.of("America/New_York"));
        LocalDate opening = LocalDate.ofInstant(now.plusSeconds(3_720), ZoneId.of("America/New_York"));
        shown(() -> assertThat(found(opening).path("items").findValuesAsString("flightId"))
                .containsExactly(Long.toString(open)));
        assertThat(found(closing).path("items").findValuesAsString("flightNumber"))
                .doesNotContain("YF3");
    }

    @Test
    void aLogEmptiedUnderTheFollowerMakesItReadEverythingAgain() {
        network.flight(
                "YF5",
                "YFA",
                "YFB",
                DAY.plusDays(3).atTime(9, 0),
                DAY.plusDays(3).atTime(10, 30),
                Network.economy(100));
        shown(() -> assertThat(found(DAY.plusDays(3)).path("items")).hasSize(1));
        jdbc.sql("truncate table flight_change").update();
        network.flight(
                "YF6",
                "YFA",
                "YFB",
                DAY.plusDays(3).atTime(9, 0),
                DAY.plusDays(3).atTime(10, 30),
                Network.economy(100));
        shown(() -> assertThat(found(DAY.plusDays(3)).path("items")).hasSize(2));
    }

    private JsonNode found(LocalDate date) {
        return anonymous()
                .get("/api/v1/flights/search?origin=YFA&destination=YFB&date=" + date)
                .json();
    }

    private JsonNode back(LocalDate date) {
        return anonymous()
                .get("/api/v1/flights/search?origin=YFB&destination=YFA&date=" + date)
                .json();
    }

    private static void shown(ThrowingRunnable assertion) {
        await().atMost(FRESH).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
    }
}
