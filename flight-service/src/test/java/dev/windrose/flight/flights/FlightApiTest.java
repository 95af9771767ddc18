package dev.windrose.flight.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.TestNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Flights and fares as staff keep them and everybody sees them. */
class FlightApiTest extends FlightServiceTest {
    private static final String ECONOMY =
            "{\"cabin\":\"ECONOMY\",\"price\":{\"amount\":\"129.50\",\"currency\":\"USD\"}}";
    private static final String FIRST = "{\"cabin\":\"FIRST\",\"price\":{\"amount\":\"480.00\",\"currency\":\"USD\"}}";

    @BeforeEach
    void network() {
        TestNetwork.in(staff()).withAirplane("F-ONE").withAirplane("F-TWO");
    }

    @Test
    void aFlightIsShownWithTheOffsetsOfItsAirports() {
        Answer added = schedule("ZZ65", "F-ONE", "SEA", "ANC", "2031-12-01T06:15", "2031-12-01T08:55");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        String id = added.json().path("id").asString();
        assertThat(added.header("Location")).isEqualTo("/api/v1/flights/" + id);
        assertThat(added.text())
                .isEqualTo("{\"id\":\"" + id + "\",\"flightNumber\":\"ZZ65\","
                        + "\"airline\":{\"code\":\"ZZ\",\"name\":\"Zigzag Air\"},"
                        + "\"origin\":{\"code\":\"SEA\",\"name\":\"Seattle International\",\"city\":\"Seattle\"},"
                        + "\"destination\":{\"code\":\"ANC\",\"name\":\"Anchorage International\",\"city\":\"Anchorage\"},"
                        + "\"departureTime\":\"2031-12-01T06:15:00-08:00\",\"arrivalTime\":\"2031-12-01T08:55:00-09:00\","
                        + "\"duration\":\"PT3H40M\",\"status\":\"SCHEDULED\","
                        + "\"scheduledDepartureTime\":\"2031-12-01T06:15:00-08:00\","
                        + "\"airplane\":{\"registration\":\"F-ONE\",\"model\":\"Twig 14\"},"
                        + "\"cabins\":[{\"cabin\":\"FIRST\",\"price\":{\"amount\":\"480.00\",\"currency\":\"USD\"},"
                        + "\"capacity\":2,\"seatsAvailable\":2},"
                        + "{\"cabin\":\"ECONOMY\",\"price\":{\"amount\":\"129.50\",\"currency\":\"USD\"},"
                        + "\"capacity\":12,\"seatsAvailable\":12}],\"rating\":null}");
        assertThat(anonymous().get("/api/v1/flights/" + id).text()).isEqualTo(added.text());
    }

    @Test
    void theChangeLogNotesANewFlight() {
        String id = idOf(schedule("ZZ66", "F-ONE", "SEA", "ANC", "2031-12-02T06:15", "2031-12-02T08:55"));
        assertThat(changesNoted(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // the clock goes back on 2 November: 01:30 comes twice, meant is the first
        "2031-11-02T01:30, 2031-11-02T01:30:00-07:00",
        "2031-12-05T23:00:00+05:30, 2031-12-05T09:30:00-08:00",
        "2031-12-09T23:00Z, 2031-12-09T15:00:00-08:00",
        "2031-12-13T06:15:30, 2031-12-13T06:15:30-08:00"
    })
    void timesAreLocalOrCarryAnOffset(String stated, String shown) {
        Answer added = schedule(
                "ZZ70",
                "F-ONE",
                "SEA",
                "BLR",
                stated,
                "2031-" + stated.substring(5, 8) + String.format("%02d", Integer.parseInt(stated.substring(8, 10)) + 2)
                        + "T00:30");
        assertThat(added.json().path("departureTime").asString())
                .as(added.toString())
                .isEqualTo(shown);
    }

    @Test
    void aLocalArrivalBeforeTheLocalDepartureIsLegal() {
        Answer added = schedule("ZZ71", "F-ONE", "NRT", "HNL", "2031-06-10T21:00", "2031-06-10T09:30");
        assertThat(added.json().path("duration").asString())
                .as(added.toString())
                .isEqualTo("PT7H30M");
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-09T02:30, 2031-03-09T09:30, departureTime",
        "2031-02-30T02:30, 2031-03-09T09:30, departureTime",
        "2031-03-10, 2031-03-10T09:30, departureTime",
        "03/10/2031 02:30, 2031-03-10T09:30, departureTime",
        "1931-03-10T02:30, 2031-03-10T09:30, departureTime",
        "2031-03-10T25:30, 2031-03-10T09:30, departureTime",
        "2031-03-10T02:30+25:00, 2031-03-10T09:30, departureTime",
        "2031-12-10T08:00, 2031-12-10T07:00, arrivalTime",
        "2031-12-10T08:00, 2031-12-10T06:59, arrivalTime",
        "2031-12-10T08:00, 2031-12-13T08:00, arrivalTime"
    })
    void timesThatCanNotBeAreRefused(String departure, String arrival, String field) {
        Answer refused = schedule("ZZ72", "F-ONE", "SEA", "ANC", departure, arrival);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Answer refused = staff().post("/api/v1/flights", """
                        {"flightNumber":"Q965","airplane":"NO-SUCH","origin":"QQQ","destination":"QQQ",
                         "departureTime":"yesterday","arrivalTime":"2031-01-01T00:00",
                         "fares":[{"cabin":"SLEEPER","price":{"amount":"1.5","currency":"USD"}},{"cabin":"ECONOMY"},null]}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "flightNumber",
                        "airplane",
                        "origin",
                        "destination",
                        "destination",
                        "departureTime",
                        "fares[0].cabin",
                        "fares[0].price.amount",
                        "fares[1].price",
                        "fares[2]");
        assertThat(fields(staff().post("/api/v1/flights", "{}")))
                .containsExactly(
                        "flightNumber", "airplane", "origin", "destination", "departureTime", "arrivalTime", "fares");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ECONOMY | -1.00          | USD | fares[0].price.amount
            ECONOMY | 1.005          | USD | fares[0].price.amount
            ECONOMY | 1              | USD | fares[0].price.amount
            ECONOMY | 1.00           | JPY | fares[0].price.amount
            ECONOMY | 1e3            | USD | fares[0].price.amount
            ECONOMY | 1000000000.00  | USD | fares[0].price.amount
            ECONOMY | ١٢٩.٥٠          | USD | fares[0].price.amount
            ECONOMY | 1.00           | DOL | fares[0].price.currency
            FIRST   | 1.00           | EUR | fares
            BUSINESS| 1.00           | USD | fares
            economy | 1.00           | USD | fares[0].cabin
            """)
    void faresThatCanNotBeAreRefused(String cabin, String amount, String currency, String field) {
        String fare = "{\"cabin\":\"" + cabin + "\",\"price\":{\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                + "\"}}";
        Answer refused = staff().post(
                        "/api/v1/flights",
                        body(
                                "ZZ73",
                                "F-ONE",
                                "SEA",
                                "ANC",
                                "2031-12-10T08:00",
                                "2031-12-10T10:00",
                                fare + "," + ECONOMY));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).contains(field);
    }

    @Test
    void numberDateAndOriginNameAFlightOnce() {
        assertThat(schedule("ZZ74", "F-ONE", "SEA", "ANC", "2031-04-01T08:00", "2031-04-01T10:00")
                        .status())
                .isEqualTo(201);
        Answer again = schedule("ZZ74", "F-TWO", "SEA", "HNL", "2031-04-01T18:00", "2031-04-01T22:00");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already_exists");
        assertThat(schedule("ZZ74", "F-TWO", "ANC", "HNL", "2031-04-01T18:00", "2031-04-01T22:00")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAirplaneIsOnOneFlightAtATime() {
        schedule("ZZ75", "F-ONE", "SEA", "ANC", "2031-04-02T08:00", "2031-04-02T10:00");
        Answer busy = schedule("ZZ76", "F-ONE", "ANC", "SEA", "2031-04-02T09:59", "2031-04-02T14:00");
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.code()).isEqualTo("airplane_busy");
        assertThat(schedule("ZZ76", "F-ONE", "ANC", "SEA", "2031-04-02T10:00", "2031-04-02T14:00")
                        .status())
                .isEqualTo(201);

        String id = idOf(schedule("ZZ77", "F-ONE", "SEA", "ANC", "2031-04-03T08:00", "2031-04-03T10:00"));
        jdbc.sql("update flight set status = 'CANCELLED' where id = ?")
                .param(id)
                .update();
        assertThat(schedule("ZZ78", "F-ONE", "SEA", "ANC", "2031-04-03T08:00", "2031-04-03T10:00")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void ofManyWhoWantAnAirplaneAtOnceOneGetsIt() throws Exception {
        var pool = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Answer>> calls = IntStream.range(0, 12)
                    .<Callable<Answer>>mapToObj(i ->
                            () -> schedule("ZZ8" + i, "F-TWO", "SEA", "ANC", "2031-04-04T08:00", "2031-04-04T10:00"))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anythingChangesWhileNobodyBooked() {
        String id = idOf(schedule("ZZ90", "F-ONE", "SEA", "ANC", "2031-05-01T08:00", "2031-05-01T10:40"));
        Answer changed = staff().patch("/api/v1/flights/" + id, """
                        {"flightNumber":"ZZ91","airplane":"F-TWO","destination":"HNL","arrivalTime":"2031-05-01T12:00",
                         "fares":[{"cabin":"ECONOMY","price":{"amount":"99.00","currency":"EUR"}}]}""");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        JsonNode json = changed.json();
        assertThat(json.path("flightNumber").asString()).isEqualTo("ZZ91");
        assertThat(json.path("departureTime").asString()).isEqualTo("2031-05-01T08:00:00-07:00");
        assertThat(json.path("arrivalTime").asString()).isEqualTo("2031-05-01T12:00:00-10:00");
        assertThat(json.path("cabins").size()).isEqualTo(1);
        assertThat(json.path("cabins").path(0).path("price").path("currency").asString())
                .isEqualTo("EUR");
        assertThat(changesNoted(id)).isEqualTo(2);

        assertThat(staff().patch("/api/v1/flights/" + id, "{}").text()).isEqualTo(changed.text());
        assertThat(changesNoted(id)).isEqualTo(2);
    }

    @Test
    void aPatchMayNeitherTakeAnotherFlightsPlaceNorItsAirplane() {
        schedule("ZZ92", "F-ONE", "SEA", "ANC", "2031-05-02T08:00", "2031-05-02T10:40");
        String id = idOf(schedule("ZZ93", "F-TWO", "SEA", "ANC", "2031-05-02T08:00", "2031-05-02T10:40"));
        assertThat(staff().patch("/api/v1/flights/" + id, "{\"airplane\":\"F-ONE\"}")
                        .code())
                .isEqualTo("airplane_busy");
        assertThat(staff().patch("/api/v1/flights/" + id, "{\"flightNumber\":\"ZZ92\"}")
                        .code())
                .isEqualTo("already_exists");
        assertThat(staff().patch("/api/v1/flights/" + id, "{\"arrivalTime\":\"2031-05-02T10:50\"}")
                        .status())
                .isEqualTo(200);
        assertThat(fields(staff().patch("/api/v1/flights/" + id, "{\"origin\":null,\"fares\":[]}")))
                .containsExactly("origin", "fares");
    }

    @Test
    void aBookedFlightStaysAsItIs() {
        String id = idOf(schedule("ZZ94", "F-ONE", "SEA", "ANC", "2031-05-03T08:00", "2031-05-03T10:40"));
        jdbc.sql("update flight_cabin set held = 1 where flight_id = ? and cabin = 'ECONOMY'")
                .param(id)
                .update();
        assertThat(anonymous()
                        .get("/api/v1/flights/" + id)
                        .json()
                        .path("cabins")
                        .path(1)
                        .path("seatsAvailable")
                        .asInt())
                .isEqualTo(11);
        Answer refused = staff().patch("/api/v1/flights/" + id, "{\"destination\":\"HNL\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("has_bookings");
        assertThat(staff().patch("/api/v1/flights/" + id, "{\"airplane\":\"F-ONE\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyPriceIsKept() {
        String id = idOf(schedule("ZZ95", "F-ONE", "SEA", "ANC", "2031-05-04T08:00", "2031-05-04T10:40"));
        String fare = "/api/v1/flights/" + id + "/fares/ECONOMY";
        Answer changed = staff().put(fare, "{\"price\":{\"amount\":\"149.00\",\"currency\":\"USD\"}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json()
                        .path("cabins")
                        .path(1)
                        .path("price")
                        .path("amount")
                        .asString())
                .isEqualTo("149.00");
        staff().put(fare, "{\"price\":{\"amount\":\"149.00\",\"currency\":\"USD\"}}");
        staff().put(fare, "{\"price\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}");

        Answer history = anonymous().get(fare + "/history");
        assertThat(history.json().path("items").findValuesAsString("amount"))
                .containsExactly("129.50", "149.00", "0.00");
        assertThat(history.json().path("items").path(0).path("changedAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
        JsonNode first = anonymous().get(fare + "/history?limit=1").json();
        JsonNode second = anonymous()
                .get(fare + "/history?limit=1&cursor="
                        + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items").findValuesAsString("amount")).containsExactly("149.00");
        assertThat(changesNoted(id)).isEqualTo(3);
    }

    @Test
    void aFareNeedsACabinOnSaleAndTheFlightsCurrency() {
        String id = idOf(schedule("ZZ96", "F-ONE", "SEA", "ANC", "2031-05-05T08:00", "2031-05-05T10:40"));
        String price = "{\"price\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}";
        String fares = "/api/v1/flights/" + id + "/fares/";
        assertThat(fields(staff().put(fares + "BUSINESS", price))).containsExactly("cabin");
        assertThat(fields(staff().put(fares + "SLEEPER", price))).containsExactly("cabin");
        assertThat(fields(staff().put(fares + "ECONOMY", "{\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}")))
                .containsExactly("price.currency");
        assertThat(fields(staff().put(fares + "ECONOMY", "{}"))).containsExactly("price");
        assertThat(anonymous().get(fares + "BUSINESS/history").status()).isEqualTo(400);
        assertThat(staff().put("/api/v1/flights/999999999/fares/ECONOMY", price).code())
                .isEqualTo("flight_not_found");
        assertThat(anonymous()
                        .get("/api/v1/flights/999999999/fares/ECONOMY/history")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "01", "x", "99999999999999999999", "1.0", "%20"})
    void whatIsNoIdIsNotFound(String id) {
        Answer answer = anonymous().get("/api/v1/flights/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("flight_not_found");
    }

    @Test
    void flightsAreListedByNumberAndLocalDate() {
        for (int day = 10; day <= 14; day++) {
            schedule("ZZ97", "F-ONE", "SEA", "ANC", "2047-07-" + day + "T23:00", "2047-07-" + (day + 1) + "T01:00");
        }
        schedule("ZZ98", "F-TWO", "SEA", "ANC", "2047-07-12T22:00", "2047-07-13T01:00");
        assertThat(anonymous()
                        .get("/api/v1/flights?flightNumber=ZZ97")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(5);
        JsonNode byDate = anonymous().get("/api/v1/flights?date=2047-07-12").json();
        assertThat(byDate.path("items").findValuesAsString("flightNumber")).containsExactly("ZZ98", "ZZ97");
        assertThat(anonymous()
                        .get("/api/v1/flights?date=2047-07-12&flightNumber=ZZ97")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = anonymous()
                    .get("/api/v1/flights?flightNumber=ZZ97&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            seen.addAll(page.path("items").findValuesAsString("id"));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(fields(anonymous().get("/api/v1/flights?flightNumber=65&date=2031-02-30")))
                .containsExactly("flightNumber", "date");
    }

    @Test
    void whatFlightsUseIsKept() {
        schedule("ZZ99", "F-ONE", "SEA", "ANC", "2031-08-01T08:00", "2031-08-01T10:40");
        for (String path : List.of("/api/v1/airports/ANC", "/api/v1/airlines/ZZ", "/api/v1/airplanes/F-ONE")) {
            assertThat(staff().delete(path).code()).isEqualTo("in_use");
        }
        assertThat(staff().patch("/api/v1/airports/ANC", "{\"timeZone\":\"UTC\"}")
                        .code())
                .isEqualTo("in_use");
        assertThat(staff().patch(
                                "/api/v1/airplanes/F-ONE",
                                "{\"cabins\":[{\"cabin\":\"ECONOMY\",\"firstRow\":1,\"lastRow\":1,\"columns\":\"A\"}]}")
                        .code())
                .isEqualTo("in_use");
        assertThat(staff().patch("/api/v1/airplanes/F-ONE", "{\"model\":\"Twig 14\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everybodyReadsAndStaffWrite() {
        String body = body("ZZ10", "F-ONE", "SEA", "ANC", "2031-08-02T08:00", "2031-08-02T10:40", ECONOMY);
        assertThat(anonymous().post("/api/v1/flights", body).status()).isEqualTo(401);
        assertThat(customer().post("/api/v1/flights", body).status()).isEqualTo(403);
        assertThat(customer().put("/api/v1/flights/1/fares/ECONOMY", "{}").status())
                .isEqualTo(403);
        assertThat(customer().patch("/api/v1/flights/1", "{}").status()).isEqualTo(403);
        assertThat(admin().post("/api/v1/flights", body).status()).isEqualTo(201);
    }

    private Answer schedule(String number, String airplane, String origin, String destination, String from, String to) {
        return staff().post(
                        "/api/v1/flights",
                        body(number, airplane, origin, destination, from, to, ECONOMY + "," + FIRST));
    }

    private static String body(
            String number, String airplane, String origin, String destination, String from, String to, String fares) {
        return """
               {"flightNumber":"%s","airplane":"%s","origin":"%s","destination":"%s",
                "departureTime":"%s","arrivalTime":"%s","fares":[%s]}""".formatted(number, airplane, origin, destination, from, to, fares);
    }

    private static String idOf(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static List<String> fields(Answer answer) {
        return answer.json().path("errors").findValuesAsString("field");
    }

    private long changesNoted(String id) {
        return jdbc.sql("select count(*) from flight_change where flight_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
