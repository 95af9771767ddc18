package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What search accepts, what it refuses, and the shape of its answer. */
class SearchParametersTest extends FlightServiceTest {
    private static final LocalDate DAY = LocalDate.now().plusDays(30);
    private static final String BASE = "/api/v1/flights/search?origin=YPA&destination=YPB&date=" + DAY;

    @Autowired
    private Places places;

    @BeforeEach
    void airports() {
        new Network(jdbc)
                .city("YPA", "Port A", "America/New_York")
                .city("YPB", "Port B", "America/Denver")
                .airport("YPA", "YPA", "America/New_York")
                .airport("YPB", "YPB", "America/Denver")
                .airport("YPC", "YPA", "America/New_York")
                .airline("YP")
                .catalogueWritten();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> places.find("YPA").airports().size() == 2);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Answer refused = anonymous()
                .get("/api/v1/flights/search?origin=seattle&destination=QQQ&cabin=SLEEPER&seats=0&sort=cheapest"
                        + "&minPrice=-1&maxPrice=1e9&departureFrom=25:00&departureTo=7&arrivalFrom=x&arrivalTo=24:00"
                        + "&maxDuration=6h&maxStops=3&airlines=as&minRating=6&excludeOvernight=maybe&flexDays=4"
                        + "&currency=XXX&limit=0&cursor=!");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactly(
                        "origin",
                        "destination",
                        "date",
                        "cabin",
                        "seats",
                        "sort",
                        "minPrice",
                        "maxPrice",
                        "departureFrom",
                        "departureTo",
                        "arrivalFrom",
                        "arrivalTo",
                        "maxDuration",
                        "airlines",
                        "minRating",
                        "excludeOvernight",
                        "maxStops",
                        "flexDays",
                        "currency",
                        "limit",
                        "cursor");
    }

    @ParameterizedTest
    @CsvSource({"YPA,YPA", "YPA,city:YPA", "YPA,airport:YPA", "airport:YPC,YPA", "YPA,YPC", "city:YPB,airport:YPB"})
    void nobodyFliesFromAPlaceToItself(String origin, String destination) {
        Answer refused = anonymous()
                .get("/api/v1/flights/search?origin=" + origin + "&destination=" + destination + "&date=" + DAY);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("code")).containsExactly("same_as_origin");
    }

    @ParameterizedTest
    @CsvSource({"airport:YPA,airport:YPC", "YPA,YPB", "city:YPA,airport:YPB"})
    void twoAirportsOfACityAreTwoPlaces(String origin, String destination) {
        Answer found = anonymous()
                .get("/api/v1/flights/search?origin=" + origin + "&destination=" + destination + "&date=" + DAY);
        assertThat(found.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=2026-02-30",
                "date=2026-13-01",
                "date=20261201",
                "date=",
                "date=today",
                "date=%2B12026-01-01",
                "maxDuration=PT0S",
                "maxDuration=-PT1H",
                "maxDuration=P99999999999D",
                "maxDuration=PT9999999999999999999H",
                "minPrice=1.",
                "minPrice=NaN",
                "maxPrice=99999999999999999999",
                "minRating=0",
                "minRating=5.1",
                "seats=10",
                "seats=1.5",
                "seats=%D9%A1",
                "limit=101",
                "airlines=AS,",
                "airlines=",
                "currency=usd",
                "origin=%00",
                "origin=airport:",
                "destination=city:SEATTLE",
                "flexDays=-1",
                "excludeOvernight=TRUE"
            })
    void whatHasNotTheFormIs400(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        String others = BASE.replaceAll("[?&]" + name + "=[^&]*", "").replace("/search&", "/search?");
        String path = others + (others.contains("?") ? "&" : "?") + parameter;
        Answer refused = anonymous().get(path);
        assertThat(refused.status()).as(path).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&maxStops=2&flexDays=3", "&minPrice=500&maxPrice=100", "&maxPrice=129.505", "&minRating=4.5",
                "&departureFrom=22:00&departureTo=02:00", "&airlines=QQ,ZZ", "&unknown=parameter", "&currency=JPY",
                "&maxDuration=P2D"
            })
    void whatHasTheFormIsAnswered(String more) {
        assertThat(anonymous().get(BASE + more).status()).isEqualTo(200);
    }

    @Test
    void aPastDateIsAnEmptyAnswerAndNothingHasFacets() {
        Answer past = anonymous().get("/api/v1/flights/search?origin=YPB&destination=YPA&date=2020-01-01");
        assertThat(past.status()).isEqualTo(200);
        assertThat(past.text())
                .isEqualTo("{\"items\":[],\"facets\":{\"price\":{\"min\":null,\"max\":null},"
                        + "\"duration\":{\"min\":null,\"max\":null},\"airlines\":[],\"stops\":[],\"departure\":[]},"
                        + "\"emptyReason\":\"NO_ROUTE\",\"nextCursor\":null}");
    }

    @Test
    void anItineraryHasAllThatTheContractNames() {
        Network network =
                new Network(jdbc).airport("YPA", "YPA", "America/New_York").airport("YPB", "YPB", "America/Denver");
        network.flight("YP7", "YPA", "YPB", DAY.atTime(6, 15), DAY.atTime(8, 45), Network.economy(12_950));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> anonymous().get(BASE).json().path("items").size() == 1);
        assertThat(anonymous()
                        .get(BASE.replace(DAY.toString(), "2020-01-01"))
                        .json()
                        .path("emptyReason")
                        .asString())
                .isEqualTo("NO_FLIGHTS");
        JsonNode item = anonymous().get(BASE + "&seats=3").json().path("items").path(0);
        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "segments",
                        "stops",
                        "departureTime",
                        "arrivalTime",
                        "duration",
                        "cabin",
                        "seats",
                        "pricePerSeat",
                        "totalPrice",
                        "seatsAvailable",
                        "rating",
                        "score");
        assertThat(item.path("totalPrice").toString()).isEqualTo("{\"amount\":\"388.50\",\"currency\":\"USD\"}");
        assertThat(item.path("duration").asString()).isEqualTo("PT4H30M");
        JsonNode segment = item.path("segments").path(0);
        assertThat(segment.propertyNames())
                .containsExactly(
                        "id",
                        "flightNumber",
                        "airline",
                        "origin",
                        "destination",
                        "departureTime",
                        "arrivalTime",
                        "duration",
                        "status",
                        "scheduledDepartureTime",
                        "airplane",
                        "cabins",
                        "rating",
                        "flightId");
        assertThat(segment.path("flightId")).isEqualTo(segment.path("id"));
        assertThat(segment.path("departureTime").asString())
                .startsWith(DAY + "T06:15:00-0")
                .isEqualTo(item.path("departureTime").asString());
        assertThat(segment.path("origin").toString())
                .isEqualTo("{\"code\":\"YPA\",\"name\":\"YPA International\",\"city\":\"Port A\"}");
    }
}
