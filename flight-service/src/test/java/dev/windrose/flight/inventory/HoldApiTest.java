package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds as booking-service sees them, and the contract between the two. */
class HoldApiTest extends InventoryTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theContractsRequestIsAnsweredInTheContractsForm() throws IOException {
        long flight = flight(48, 10);
        jdbc.sql("update flight_cabin set price_minor = 12950 where flight_id = ?")
                .param(flight)
                .update();
        ObjectNode request = (ObjectNode) example("hold-request.json");
        ((ObjectNode) request.path("segments").get(0)).put("flightId", Long.toString(flight));
        request.put("expiresAt", "2099-11-25T14:17:00.000Z");

        Answer answer = booking.put("/internal/holds/" + newBooking(), request);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(shape("", answer.json())).isEqualTo(shape("", example("hold.json")));
        assertThat(answer.json().path("expiresAt").asString()).isEqualTo("2099-11-25T14:17:00.000Z");
        assertThat(answer.json().path("total")).isEqualTo(example("hold.json").path("total"));
    }

    @Test
    void segmentsAreAnsweredInOrderOfDepartureWithLocalTimes() {
        Instant departure = Instant.parse("2098-12-01T14:15:00Z");
        long later = flight(departure.plus(5, ChronoUnit.HOURS), 9, "USD");
        long earlier = flight(departure, 9, "USD");

        JsonNode hold = hold(newBooking(), request(3, later, earlier)).json();

        assertThat(hold.path("total").path("amount").asString()).isEqualTo("600.00");
        JsonNode first = hold.path("segments").get(0);
        assertThat(first.path("flightId").asString()).isEqualTo(Long.toString(earlier));
        assertThat(first.path("departureTime").asString()).isEqualTo("2098-12-01T06:15:00-08:00");
        assertThat(first.path("arrivalTime").asString()).isEqualTo("2098-12-01T06:15:00-09:00");
        assertThat(first.path("airline").path("accountingCode").asString()).isEqualTo("027");
        assertThat(first.path("origin").path("city").asString()).isEqualTo("Ina");
        assertThat(counters(earlier)).isEqualTo(new Counters(9, 3, 0));
        assertThat(counters(later)).isEqualTo(new Counters(9, 3, 0));
    }

    @Test
    void allFaultsOfAnItineraryAreToldAtOnce() {
        Instant departure = Instant.now().plus(30, ChronoUnit.HOURS);
        long flight = flight(departure, 9, "USD");
        long overlapping = flight(departure.plus(30, ChronoUnit.MINUTES), 9, "USD");
        long inYen = flight(departure.plus(9, ChronoUnit.HOURS), 9, "JPY");
        Map<String, Object> request = request(
                1,
                List.of(
                        segment(flight, "FIRST"),
                        segment(overlapping, ECONOMY),
                        segment(inYen, ECONOMY),
                        segment(inYen, ECONOMY)));
        request.put("expiresAt", "2020-01-01T00:00:00.000Z");
        String id = newBooking();

        Answer refused = hold(id, request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString() + " "
                                + e.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "expiresAt past",
                        "segments[0].cabin not_sold",
                        "segments[3].flightId duplicate",
                        "segments[1].flightId overlaps",
                        "segments[2].flightId mixed_currencies",
                        "segments[3].flightId mixed_currencies");
        assertThat(hold(id, request).json().path("errors"))
                .isEqualTo(refused.json().path("errors"));
    }

    @Test
    void aBodyThatIsNoRequestIsRefusedWithEveryFault() {
        Answer refused =
                booking.put("/internal/holds/" + newBooking(), Map.of("quantity", 10, "segments", List.of(Map.of())));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .containsExactlyInAnyOrder("expiresAt", "quantity", "segments[0].flightId", "segments[0].cabin");
        assertThat(booking.put("/internal/holds/no-uuid", request(1, 1)).status())
                .isEqualTo(400);
        assertThat(booking.put("/internal/holds/" + newBooking(), "[]").status())
                .isEqualTo(400);
    }

    @Test
    void unknownFlightsAreNotFound() {
        long flight = flight(48, 9);
        for (String unknown : List.of("0", "-1", "999999999999999999", "99999999999999999999", "x", "1 or 1=1")) {
            Answer refused = hold(
                    newBooking(),
                    request(1, List.of(segment(flight, ECONOMY), Map.of("flightId", unknown, "cabin", ECONOMY))));
            assertThat(refused.status()).as(unknown).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("flight_not_found");
        }
        assertThat(counters(flight).held()).isZero();
    }

    @Test
    void flightsAreClosedWhenCancelledGoneOrTooNear() {
        Instant now = Instant.now();
        long open = flight(now.plus(61, ChronoUnit.MINUTES), 9, "USD");
        long tooNear = flight(now.plus(59, ChronoUnit.MINUTES), 9, "USD");
        long cancelled = flight(48, 9);
        status(cancelled, "CANCELLED");
        long departed = flight(48, 9);
        status(departed, "DEPARTED");
        long delayed = flight(48, 9);
        status(delayed, "DELAYED");

        assertThat(hold(newBooking(), request(1, open)).status()).isEqualTo(200);
        assertThat(hold(newBooking(), request(1, delayed)).status()).isEqualTo(200);
        for (long closed : new long[] {tooNear, cancelled, departed}) {
            Answer refused = hold(newBooking(), request(1, closed));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("flight_closed");
            assertThat(counters(closed).held()).isZero();
        }
    }

    @Test
    void severalSegmentsAreHeldTogetherOrNotAtAll() {
        long first = flight(48, 9);
        long full = flight(60, 2);
        long third = flight(72, 9);

        Answer refused = hold(newBooking(), request(3, first, full, third));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("insufficient_seats");
        assertThat(refused.json().path("available").asInt()).isEqualTo(2);
        for (long flight : new long[] {first, full, third}) {
            assertThat(counters(flight).held()).isZero();
        }
    }

    @Test
    void thePriceIsFixedByTheHold() {
        long flight = flight(48, 9);
        String id = held(2, flight);
        jdbc.sql("update flight_cabin set price_minor = 99900 where flight_id = ?")
                .param(flight)
                .update();

        assertThat(get(id).json().path("total").path("amount").asString()).isEqualTo("200.00");
        assertThat(confirm(id).json().path("total").path("amount").asString()).isEqualTo("200.00");
        Answer refused = hold(newBooking(), expecting(request(2, flight), "200.00"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("price_changed");
        assertThat(refused.json().path("currentTotal"))
                .isEqualTo(JSON.readTree("{\"amount\":\"1998.00\",\"currency\":\"USD\"}"));
        assertThat(counters(flight)).isEqualTo(new Counters(9, 0, 2));
        assertThat(hold(newBooking(), expecting(request(2, flight), "1998.00")).status())
                .isEqualTo(200);
    }

    @Test
    void theListHasEveryHoldThatCountsOnce() {
        long flight = flight(48, 9);
        String heldOne = held(1, flight);
        String sold = held(1, flight);
        confirm(sold);
        String released = held(1, flight);
        release(released);

        TreeSet<String> seen = new TreeSet<>();
        String after = "";
        do {
            JsonNode page =
                    booking.get("/internal/holds?limit=2&after=" + after).json();
            page.path("items")
                    .forEach(hold -> assertThat(seen.add(hold.path("bookingId").asString()))
                            .isTrue());
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(seen).contains(heldOne, sold).doesNotContain(released);
        assertThat(booking.get("/internal/holds?limit=0").status()).isEqualTo(400);
        assertThat(booking.get("/internal/holds?limit=501").status()).isEqualTo(400);
        assertThat(get(released).json().path("state").asString()).isEqualTo("RELEASED");
        assertThat(get(newBooking()).code()).isEqualTo("hold_not_found");
        assertThat(get("x").code()).isEqualTo("hold_not_found");
    }

    @Test
    void onlyServicesAreLetIn() {
        long flight = flight(48, 9);
        String path = "/internal/holds/" + newBooking();

        assertThat(anonymous().put(path, request(1, flight)).status()).isEqualTo(401);
        assertThat(customer().put(path, request(1, flight)).status()).isEqualTo(401);
        assertThat(admin().get("/internal/inventory/discrepancies").status()).isEqualTo(401);
        assertThat(counters(flight).held()).isZero();
    }

    private static JsonNode example(String name) throws IOException {
        try (InputStream json = HoldApiTest.class.getResourceAsStream("/contracts/http/" + name)) {
            return JSON.readTree(json);
        }
    }

    /** The paths of a document with the kinds of values they lead to. */
    private static TreeSet<String> shape(String path, JsonNode node) {
        TreeSet<String> paths = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(member -> paths.addAll(shape(path + "." + member.getKey(), member.getValue())));
        } else if (node.isArray()) {
            node.forEach(item -> paths.addAll(shape(path + "[]", item)));
        } else {
            paths.add(path + " " + node.getNodeType());
        }
        return paths;
    }
}
