package dev.windrose.flight.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.EventTap;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.TestNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The operations desk: what happens to flights, who is told, and what is no longer possible then. */
class OperationsApiTest extends FlightServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    @Autowired
    private ConnectionFactory connections;

    private EventTap events;

    @BeforeEach
    void network() {
        TestNetwork.in(staff()).withAirplane("OP-1").withAirplane("OP-2");
        events = new EventTap(connections);
    }

    @AfterEach
    void closeTap() {
        events.close();
    }

    @Test
    void aDelayMovesTheFlightAndTellsOfBothTimes() {
        String id = flight("2032-06-01T06:15", "2032-06-01T08:55");

        Answer delayed = delay(id, "2032-06-01T09:45", null, "Fog in Seattle");

        assertThat(delayed.status()).as(delayed.toString()).isEqualTo(200);
        JsonNode flight = delayed.json();
        assertThat(flight.path("status").asString()).isEqualTo("DELAYED");
        assertThat(flight.path("departureTime").asString()).isEqualTo("2032-06-01T09:45:00-07:00");
        assertThat(flight.path("arrivalTime").asString()).isEqualTo("2032-06-01T12:25:00-08:00");
        assertThat(flight.path("duration").asString()).isEqualTo("PT3H40M");
        assertThat(flight.path("scheduledDepartureTime").asString()).isEqualTo("2032-06-01T06:15:00-07:00");
        JsonNode event = events.of(id, 1).get(0);
        assertThat(event.path("type").asString()).isEqualTo("flight.delayed");
        JsonNode data = event.path("data");
        assertThat(data.path("flightId").asString()).isEqualTo(id);
        assertThat(data.path("status").asString()).isEqualTo("DELAYED");
        assertThat(data.path("version").asLong()).isEqualTo(1);
        assertThat(data.at("/origin/timeZone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(data.at("/destination/city").asString()).isEqualTo("Anchorage");
        assertThat(data.path("departureTime").asString()).isEqualTo("2032-06-01T09:45:00-07:00");
        assertThat(data.path("previousDepartureTime").asString()).isEqualTo("2032-06-01T06:15:00-07:00");
        assertThat(data.path("previousArrivalTime").asString()).isEqualTo("2032-06-01T08:55:00-08:00");
        assertThat(data.path("scheduledDepartureTime").asString()).isEqualTo("2032-06-01T06:15:00-07:00");
        assertThat(data.path("reason").asString()).isEqualTo("Fog in Seattle");
        assertThat(actions(id)).containsExactly("flight.delayed", "flight.created");
    }

    @Test
    void aDelayMayNameTheArrivalAndCarryOffsets() {
        String id = flight("2032-06-02T06:15", "2032-06-02T08:55");

        JsonNode flight = delay(id, "2032-06-02T15:00:00Z", "2032-06-02T19:00:00+00:00", "Crew")
                .json();

        assertThat(flight.path("departureTime").asString()).isEqualTo("2032-06-02T08:00:00-07:00");
        assertThat(flight.path("duration").asString()).isEqualTo("PT4H");
    }

    @Test
    void aSecondDelayMayBeShorterButNotEarlierThanScheduled() {
        String id = flight("2032-06-03T06:15", "2032-06-03T08:55");
        delay(id, "2032-06-03T12:00", null, "Engine");

        assertThat(delay(id, "2032-06-03T10:00", null, "Engine").status()).isEqualTo(200);
        Answer early = delay(id, "2032-06-03T06:15", null, "Engine");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().at("/errors/0/field").asString()).isEqualTo("departureTime");
        assertThat(events.of(id, 2))
                .extracting(event -> event.at("/data/version").asLong())
                .containsExactly(1L, 2L);
    }

    @Test
    void whoRepeatsHimselfIsAnsweredAndNothingHappensTwice() {
        String id = flight(Instant.now().plus(Duration.ofHours(20)));
        String later = Instant.now().plus(Duration.ofHours(22)).toString().substring(0, 19) + "Z";
        for (int i = 0; i < 2; i++) {
            assertThat(delay(id, later, null, "Snow").status()).isEqualTo(200);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(report(id, "DEPARTED").status()).isEqualTo(200);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(report(id, "ARRIVED").json().path("status").asString()).isEqualTo("ARRIVED");
        }

        String other = flight("2032-06-04T06:15", "2032-06-04T08:55");
        for (int i = 0; i < 2; i++) {
            assertThat(cancel(other, "Strike").json().path("status").asString()).isEqualTo("CANCELLED");
        }
        assertThat(cancel(other, "Storm").code()).isEqualTo("illegal_transition");

        assertThat(recorded(id)).containsExactly("flight.delayed", "flight.departed", "flight.arrived");
        assertThat(recorded(other)).containsExactly("flight.cancelled");
        assertThat(actions(other)).containsExactly("flight.cancelled", "flight.created");
        assertThat(events.of(id, 3))
                .extracting(event -> event.path("type").asString())
                .containsExactly("flight.delayed", "flight.departed", "flight.arrived");
        assertThat(events.of(other, 1).get(0).at("/data/reason").asString()).isEqualTo("Strike");
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, delay 200, cancel 200, DEPARTED 200, ARRIVED 409",
        "DELAYED, delay 200, cancel 200, DEPARTED 200, ARRIVED 409",
        "DEPARTED, delay 409, cancel 409, DEPARTED 200, ARRIVED 200",
        "ARRIVED, delay 409, cancel 409, DEPARTED 409, ARRIVED 200",
        "CANCELLED, delay 409, cancel 409, DEPARTED 409, ARRIVED 409"
    })
    void onlyLegalMovesAreMade(String from, String delay, String cancel, String departed, String arrived) {
        for (String move : List.of(delay, cancel, departed, arrived)) {
            String id = flight(Instant.now().plus(Duration.ofHours(3)));
            jdbc.sql("update flight set status = ?, reason = 'first' where id = ?")
                    .params(from, id)
                    .update();
            Answer answer = switch (move.split(" ")[0]) {
                case "delay" -> delay(id, "2032-07-01T06:15", null, "Late");
                case "cancel" -> cancel(id, "Strike");
                default -> report(id, move.split(" ")[0]);
            };

            assertThat(answer.status()).as(from + " " + move).isEqualTo(Integer.parseInt(move.split(" ")[1]));
            if (answer.status() == 409) {
                assertThat(answer.code()).isEqualTo("illegal_transition");
                assertThat(recorded(id)).isEmpty();
            }
        }
    }

    @Test
    void aFlightDepartsFromADayBeforeItsTimeOn() {
        String early = flight(Instant.now().plus(Duration.ofHours(24)).plusSeconds(60));
        String due = flight(Instant.now().plus(Duration.ofHours(24)).minusSeconds(60));

        assertThat(report(early, "DEPARTED").code()).isEqualTo("illegal_transition");
        assertThat(report(due, "DEPARTED").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay", "cancellation", "status"})
    void onlyStaffOperatesAndOnlyWhatThereIs(String operation) {
        String day = "2032-09-" + (10 + operation.length());
        String path = "/api/v1/flights/" + flight(day + "T06:15", day + "T08:55") + "/" + operation;
        Map<String, String> body = Map.of("departureTime", day + "T09:00", "reason", "Late", "status", "DEPARTED");

        assertThat(anonymous().post(path, body).status()).isEqualTo(401);
        assertThat(customer().post(path, body).status()).isEqualTo(403);
        assertThat(staff().post("/api/v1/flights/999999999/" + operation, body).code())
                .isEqualTo("flight_not_found");
        assertThat(staff().post("/api/v1/flights/x/" + operation, body).code()).isEqualTo("flight_not_found");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String id = flight("2032-06-06T06:15", "2032-06-06T08:55");

        assertThat(faultsOf(staff().post("/api/v1/flights/" + id + "/delay", Map.of("arrivalTime", "soon"))))
                .containsExactly("departureTime", "arrivalTime", "reason");
        assertThat(faultsOf(delay(id, "2032-03-14T02:30", "2032-03-14T01:00", "Late")))
                .contains("departureTime");
        assertThat(faultsOf(delay(id, "2032-06-06T09:00", "2032-06-06T05:00", "Late")))
                .containsExactly("arrivalTime");
        assertThat(faultsOf(delay(id, "2032-06-06T09:00", "2032-06-09T09:00", "Late")))
                .containsExactly("arrivalTime");
        assertThat(faultsOf(staff().post("/api/v1/flights/" + id + "/cancellation", Map.of("reason", " "))))
                .containsExactly("reason");
        assertThat(faultsOf(report(id, "CANCELLED"))).containsExactly("status");
    }

    @Test
    void aDelayIsPossibleThoughTheAirplaneIsDueElsewhereAndCountsFromThenOn() {
        String first = flight("2032-08-01T06:00", "2032-08-01T08:00");
        String second = flight("2032-08-01T10:00", "2032-08-01T12:00");

        assertThat(delay(first, "2032-08-01T09:00", null, "Late").status()).isEqualTo(200);
        Answer busy = schedule("OP-1", "2032-08-01T09:00", "2032-08-01T09:30");

        assertThat(busy.code()).isEqualTo("airplane_busy");
        assertThat(staff().get("/api/v1/flights/" + second)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SCHEDULED");
    }

    @Test
    void aCancelledFlightFreesItsAirplaneAndSellsNothing() {
        String id = flight("2032-08-02T06:00", "2032-08-02T08:00");
        String held = hold(id, 2);
        cancel(id, "Strike");

        assertThat(schedule("OP-1", "2032-08-02T06:00", "2032-08-02T08:00").status())
                .isEqualTo(201);
        assertThat(holdAnswer(id, 1).code()).isEqualTo("flight_closed");
        Answer confirmed = bookingService().put("/internal/holds/" + held + "/confirm", "");
        assertThat(confirmed.code()).isEqualTo("flight_closed");
    }

    @Test
    void theSameImportLeavesADelayedFlightAlone() {
        String number = "ZZ" + NEXT.incrementAndGet();
        String csv = "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares\n" + number
                + ",OP-1,SEA,ANC,2032-08-03T06:00,2032-08-03T08:00,ECONOMY:100.00:USD\n";
        staff().postCsv("/api/v1/imports/flights", csv);
        String id = staff().get("/api/v1/flights?flightNumber=" + number)
                .json()
                .at("/items/0/id")
                .asString();
        delay(id, "2032-08-03T07:00", null, "Late");

        Answer again = staff().postCsv("/api/v1/imports/flights", csv);

        assertThat(again.json().path("updated").asInt()).isZero();
        assertThat(again.json().path("rejected").asInt()).isZero();
        assertThat(staff().get("/api/v1/flights/" + id).json().path("status").asString())
                .isEqualTo("DELAYED");
    }

    @Test
    void aNewFareIsToldOnceWithTheOldOne() {
        String id = flight("2032-08-04T06:00", "2032-08-04T08:00");
        for (int i = 0; i < 2; i++) {
            staff().put(
                            "/api/v1/flights/" + id + "/fares/ECONOMY",
                            Map.of("price", Map.of("amount", "79.90", "currency", "USD")));
        }

        JsonNode event = events.of(id, 1).get(0);

        assertThat(event.path("type").asString()).isEqualTo("flight.fare-changed");
        assertThat(event.at("/data/cabin").asString()).isEqualTo("ECONOMY");
        assertThat(event.at("/data/price/amount").asString()).isEqualTo("79.90");
        assertThat(event.at("/data/previousPrice/amount").asString()).isEqualTo("100.00");
        assertThat(recorded(id)).containsExactly("flight.fare-changed");
    }

    private String flight(String departure, String arrival) {
        Answer added = schedule("OP-1", departure, arrival);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    /** One whose airplane doesn't mind, two hours long. */
    private String flight(Instant departure) {
        String id = flight("2033-01-01T06:00", "2033-01-01T08:00");
        jdbc.sql("update flight set departs_at = ?, arrives_at = ?, scheduled_departs_at = ?, scheduled_arrives_at = ?"
                        + " where id = ?")
                .params(
                        Utc.column(departure),
                        Utc.column(departure.plus(Duration.ofHours(2))),
                        Utc.column(departure),
                        Utc.column(departure.plus(Duration.ofHours(2))),
                        id)
                .update();
        return id;
    }

    private Answer schedule(String airplane, String departure, String arrival) {
        return staff().post("/api/v1/flights", """
                {"flightNumber":"ZZ%d","airplane":"%s","origin":"SEA","destination":"ANC",
                 "departureTime":"%s","arrivalTime":"%s",
                 "fares":[{"cabin":"ECONOMY","price":{"amount":"100.00","currency":"USD"}}]}""".formatted(NEXT.incrementAndGet(), airplane, departure, arrival));
    }

    private Answer delay(
            String id, String departure, @org.jspecify.annotations.Nullable String arrival, String reason) {
        Map<String, String> body = arrival == null
                ? Map.of("departureTime", departure, "reason", reason)
                : Map.of("departureTime", departure, "arrivalTime", arrival, "reason", reason);
        return staff().post("/api/v1/flights/" + id + "/delay", body);
    }

    private Answer cancel(String id, String reason) {
        return staff().post("/api/v1/flights/" + id + "/cancellation", Map.of("reason", reason));
    }

    private Answer report(String id, String status) {
        return staff().post("/api/v1/flights/" + id + "/status", Map.of("status", status));
    }

    private String hold(String flight, int quantity) {
        String booking = UUID.randomUUID().toString();
        assertThat(bookingService()
                        .put("/internal/holds/" + booking, holdRequest(flight, quantity))
                        .status())
                .isEqualTo(200);
        return booking;
    }

    private Answer holdAnswer(String flight, int quantity) {
        return bookingService().put("/internal/holds/" + UUID.randomUUID(), holdRequest(flight, quantity));
    }

    private static Map<String, Object> holdRequest(String flight, int quantity) {
        return Map.of(
                "expiresAt",
                "2099-01-01T00:00:00.000Z",
                "quantity",
                quantity,
                "segments",
                List.of(Map.of("flightId", flight, "cabin", "ECONOMY")));
    }

    private List<String> recorded(String flight) {
        return jdbc.sql("select type from outbox_event where aggregate_id = ? order by seq")
                .param(flight)
                .query(String.class)
                .list();
    }

    private List<String> actions(String flight) {
        JsonNode page =
                admin().get("/api/v1/admin/audit-log?subject=flight:" + flight).json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private static List<String> faultsOf(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(fault -> fault.path("field").asString())
                .toList();
    }
}
