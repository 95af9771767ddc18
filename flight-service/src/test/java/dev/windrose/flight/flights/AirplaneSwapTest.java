package dev.windrose.flight.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.EventTap;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.TestNetwork;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Numbered seats, and what becomes of them and of the flight when it is flown with another airplane. */
class AirplaneSwapTest extends FlightServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger(3000);
    private static final AtomicInteger NEXT_DAY = new AtomicInteger(1);

    @Autowired
    private ConnectionFactory connections;

    private EventTap events;

    @BeforeEach
    void network() {
        TestNetwork.in(staff())
                .withAirplane("SW-14")
                .withAirplane("SW-6", """
                        {"cabin":"ECONOMY","firstRow":4,"lastRow":4,"columns":"ABC-DEF"}""")
                .withAirplane("SW-ALL", """
                        {"cabin":"ECONOMY","firstRow":3,"lastRow":5,"columns":"ABC-DEF"},
                        {"cabin":"BUSINESS","firstRow":2,"lastRow":2,"columns":"A-F"},
                        {"cabin":"FIRST","firstRow":1,"lastRow":1,"columns":"A-F"}""")
                .withAirplane("SW-TINY", """
                        {"cabin":"FIRST","firstRow":1,"lastRow":1,"columns":"A-F"},
                        {"cabin":"ECONOMY","firstRow":2,"lastRow":2,"columns":"AB-C","exitRows":[2]}""");
        events = new EventTap(connections);
    }

    @AfterEach
    void closeTap() {
        events.close();
    }

    @Test
    void showsEverySeatWithItsPositionAndWhetherItIsToBeHad() {
        String flight = flight("SW-TINY");
        String held = hold(flight, 1);
        String sold = hold(flight, 1);
        select(held, flight, Map.of("1", "2B"));
        select(sold, flight, Map.of("1", "2A"));
        bookingService().put("/internal/holds/" + sold + "/confirm", "");

        String economy = "{\"cabin\":\"ECONOMY\",\"columns\":\"AB-C\",\"rows\":[{\"row\":2,\"seats\":["
                + "{\"number\":\"2A\",\"position\":\"WINDOW\",\"exitRow\":true,\"status\":\"TAKEN\"},"
                + "{\"number\":\"2B\",\"position\":\"AISLE\",\"exitRow\":true,\"status\":\"HELD\"},"
                + "{\"number\":\"2C\",\"position\":\"WINDOW\",\"exitRow\":true,\"status\":\"FREE\"}]}]}";
        assertThat(anonymous().get("/api/v1/flights/" + flight + "/seats").text())
                .isEqualTo("{\"flightId\":\"" + flight + "\",\"cabins\":["
                        + "{\"cabin\":\"FIRST\",\"columns\":\"A-F\",\"rows\":[{\"row\":1,\"seats\":["
                        + "{\"number\":\"1A\",\"position\":\"WINDOW\",\"exitRow\":false,\"status\":\"FREE\"},"
                        + "{\"number\":\"1F\",\"position\":\"WINDOW\",\"exitRow\":false,\"status\":\"FREE\"}]}]},"
                        + economy + "]}");
        assertThat(anonymous()
                        .get("/api/v1/flights/" + flight + "/seats?cabin=ECONOMY")
                        .text())
                .isEqualTo("{\"flightId\":\"" + flight + "\",\"cabins\":[" + economy + "]}");
        assertThat(seatsOf(flight)).containsExactly("2A ASSIGNED " + sold, "2B HELD " + held);
    }

    @Test
    void refusesSeatMapsOfWhatThereIsNot() {
        String path = "/api/v1/flights/" + flight("SW-14") + "/seats";

        assertThat(anonymous().get(path + "?cabin=BUSINESS").status()).isEqualTo(400);
        assertThat(anonymous().get(path + "?cabin=COCKPIT").status()).isEqualTo(400);
        assertThat(anonymous().get("/api/v1/flights/999999999/seats").code()).isEqualTo("flight_not_found");
        assertThat(anonymous().get("/api/v1/flights/x/seats").code()).isEqualTo("flight_not_found");
    }

    @Test
    void seatsGoWithTheHold() {
        String flight = flight("SW-14");
        String one = hold(flight, 2);
        String two = hold(flight, 1);
        assertThat(select(one, flight, Map.of("1", "3A", "2", "3B")).status()).isEqualTo(200);
        assertThat(select(two, flight, Map.of("1", "3A")).code()).isEqualTo("seat_taken");

        bookingService().delete("/internal/holds/" + one);

        assertThat(seatsOf(flight)).isEmpty();
        assertThat(select(two, flight, Map.of("1", "3A")).status()).isEqualTo(200);
        assertThat(select(one, flight, Map.of("1", "3B")).code()).isEqualTo("hold_gone");
    }

    @Test
    void seatsAreChangedAllOrNoneAndMayBeExchanged() {
        String flight = flight("SW-14");
        String one = hold(flight, 2);
        String two = hold(flight, 1);
        select(one, flight, Map.of("1", "3A", "2", "3B"));
        select(two, flight, Map.of("1", "4F"));

        assertThat(select(one, flight, Map.of("1", "3C", "2", "4F")).code()).isEqualTo("seat_taken");
        assertThat(seatsOf(flight)).containsExactly("3A HELD " + one, "3B HELD " + one, "4F HELD " + two);
        Answer exchanged = select(one, flight, Map.of("1", "3B", "2", "3A"));
        assertThat(exchanged.text())
                .isEqualTo(
                        "{\"flightId\":\"" + flight + "\",\"assignments\":["
                                + "{\"passengerId\":\"1\",\"seat\":\"3B\"},{\"passengerId\":\"2\",\"seat\":\"3A\"}],\"version\":3}");
        assertThat(select(one, flight, Map.of("1", "3B", "2", "3A")).text()).isEqualTo(exchanged.text());
    }

    @Test
    void whatIsNoSeatOfTheBookingIsRefused() {
        String flight = flight("SW-14");
        String other = flight("SW-14");
        String one = hold(flight, 1);
        select(one, flight, Map.of("1", "3A"));

        assertThat(select(one, flight, Map.of("1", "1A"))
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("assignments[0].seat");
        assertThat(select(one, flight, Map.of("1", "9A")).status()).isEqualTo(400);
        assertThat(select(one, flight, Map.of("2", "3B")).status())
                .as("one passenger is booked")
                .isEqualTo(400);
        assertThat(select(one, flight, Map.of()).status()).isEqualTo(400);
        assertThat(select(one, other, Map.of("1", "3A")).code()).isEqualTo("flight_not_found");
        assertThat(select(one, "x", Map.of("1", "3A")).code()).isEqualTo("flight_not_found");
        assertThat(select(UUID.randomUUID().toString(), flight, Map.of("1", "3A"))
                        .code())
                .isEqualTo("hold_not_found");
        assertThat(staff().put("/internal/holds/" + one + "/seats", Map.of()).status())
                .isEqualTo(401);
        cancel(flight);
        assertThat(select(one, flight, Map.of("1", "3B")).code()).isEqualTo("flight_closed");
    }

    @Test
    void aBookedFlightGetsAnotherAirplaneAndItsPassengersOtherSeats() {
        String flight = flight("SW-14");
        String pair = hold(flight, 2);
        String single = hold(flight, 1);
        select(pair, flight, Map.of("1", "3A", "2", "3B"));
        select(single, flight, Map.of("1", "4C"));

        Answer swapped = swap(flight, "SW-6");

        assertThat(swapped.status()).as(swapped.toString()).isEqualTo(200);
        assertThat(swapped.json().at("/airplane/registration").asString()).isEqualTo("SW-6");
        assertThat(swapped.json().path("cabins").toString())
                .isEqualTo("[{\"cabin\":\"ECONOMY\",\"price\":{\"amount\":\"100.00\",\"currency\":\"USD\"},"
                        + "\"capacity\":6,\"seatsAvailable\":3}]");
        assertThat(seatsOf(flight)).containsExactly("4A HELD " + pair, "4B HELD " + pair, "4C HELD " + single);
        JsonNode event = events.of(flight, 1).get(0);
        assertThat(event.path("type").asString()).isEqualTo("flight.airplane-changed");
        assertThat(event.at("/data/airplane/registration").asString()).isEqualTo("SW-6");
        assertThat(event.at("/data/previousAirplane/registration").asString()).isEqualTo("SW-14");
        assertThat(event.at("/data/version").asLong()).isEqualTo(1);
        assertThat(event.at("/data/seatChanges").toString())
                .isEqualTo("[" + change(pair, "1", "4A", "3A") + "," + change(pair, "2", "4B", "3B") + "]");
        assertThat(admin().get("/api/v1/admin/audit-log?limit=1&subject=flight:" + flight)
                        .json()
                        .at("/items/0/after/airplane")
                        .asString())
                .isEqualTo("SW-6");
    }

    @Test
    void aCabinThatOnlyTheNewAirplaneHasIsNotSold() {
        String flight = flight("SW-14");
        hold(flight, 1);

        Answer swapped = swap(flight, "SW-ALL");

        assertThat(swapped.json().path("cabins"))
                .extracting(cabin -> cabin.path("cabin").asString())
                .containsExactly("FIRST", "ECONOMY");
        assertThat(swapped.json().at("/cabins/1/capacity").asInt()).isEqualTo(18);
    }

    @Test
    void anAirplaneWithoutSeatsForAllIsRefused() {
        String flight = flight("SW-14");
        hold(flight, 4);
        hold(flight, 3);

        assertThat(swap(flight, "SW-6").code()).isEqualTo("insufficient_seats");
        assertThat(events.of(flight, 0)).isEmpty();
        assertThat(staff().get("/api/v1/flights/" + flight)
                        .json()
                        .at("/airplane/registration")
                        .asString())
                .isEqualTo("SW-14");
    }

    @Test
    void aCabinWithPassengersMustBeThere() {
        String flight = flight("SW-14");
        hold(flight, 1, "FIRST");

        assertThat(swap(flight, "SW-6").code()).isEqualTo("insufficient_seats");
    }

    @Test
    void nothingElseOfABookedFlightMayChange() {
        String flight = flight("SW-14");
        hold(flight, 1);

        for (Map<String, Object> patch : List.<Map<String, Object>>of(
                Map.of("destination", "HNL"),
                Map.of("departureTime", "2034-01-01T01:00", "arrivalTime", "2034-01-01T04:00"),
                Map.of("airplane", "SW-ALL", "flightNumber", "ZZ1"))) {
            assertThat(staff().patch("/api/v1/flights/" + flight, patch).code())
                    .as(patch.toString())
                    .isEqualTo("has_bookings");
        }
        assertThat(swap(flight, "SW-NONE").status()).isEqualTo(400);
    }

    @Test
    void aBusyAirplaneIsRefusedAtTheTimesAsTheyAreNow() {
        String flight = flight("SW-14");
        hold(flight, 1);
        JsonNode view = staff().get("/api/v1/flights/" + flight).json();
        String day = view.path("departureTime").asString().substring(0, 10);
        schedule("SW-6", day + "T12:00", day + "T14:00");
        assertThat(swap(flight, "SW-6").status()).isEqualTo(200);
        assertThat(swap(flight, "SW-14").status()).isEqualTo(200);

        staff().post("/api/v1/flights/" + flight + "/delay", Map.of("departureTime", day + "T11:00", "reason", "Fog"));

        assertThat(swap(flight, "SW-6").code()).isEqualTo("airplane_busy");
        assertThat(swap(flight, "SW-ALL").json().path("status").asString()).isEqualTo("DELAYED");
        cancel(flight);
        assertThat(swap(flight, "SW-14").code()).isEqualTo("illegal_transition");
    }

    @Test
    void aFlightThatNobodyBookedTellsOfItsAirplaneAndFaresAsWell() {
        String flight = flight("SW-14");

        staff().patch("/api/v1/flights/" + flight, """
                {"airplane":"SW-6","fares":[{"cabin":"ECONOMY","price":{"amount":"80.00","currency":"USD"}}]}""");

        assertThat(events.of(flight, 2))
                .extracting(event -> event.path("type").asString())
                .containsExactly("flight.airplane-changed", "flight.fare-changed");
    }

    private static String change(String booking, String passenger, String seat, String previous) {
        return "{\"bookingId\":\"" + booking + "\",\"passengerId\":\"" + passenger
                + "\",\"cabin\":\"ECONOMY\",\"seat\":\"" + seat + "\",\"previousSeat\":\"" + previous
                + "\",\"seatsVersion\":3}";
    }

    private String flight(String airplane) {
        String day = "2034-%02d-%02d".formatted(1 + NEXT_DAY.get() / 28, 1 + NEXT_DAY.getAndIncrement() % 28);
        Answer added = schedule(airplane, day + "T06:00", day + "T08:00");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    private Answer schedule(String airplane, String departure, String arrival) {
        String first = airplane.equals("SW-6")
                ? ""
                : ",{\"cabin\":\"FIRST\",\"price\":{\"amount\":\"400.00\",\"currency\":\"USD\"}}";
        return staff().post(
                        "/api/v1/flights", """
                {"flightNumber":"ZZ%d","airplane":"%s","origin":"SEA","destination":"ANC",
                 "departureTime":"%s","arrivalTime":"%s",
                 "fares":[{"cabin":"ECONOMY","price":{"amount":"100.00","currency":"USD"}}%s]}""".formatted(NEXT.incrementAndGet(), airplane, departure, arrival, first));
    }

    private Answer swap(String flight, String airplane) {
        return staff().patch("/api/v1/flights/" + flight, Map.of("airplane", airplane));
    }

    private void cancel(String flight) {
        staff().post("/api/v1/flights/" + flight + "/cancellation", Map.of("reason", "Strike"));
    }

    private String hold(String flight, int quantity) {
        return hold(flight, quantity, "ECONOMY");
    }

    private String hold(String flight, int quantity, String cabin) {
        String booking = UUID.randomUUID().toString();
        Answer answer = bookingService()
                .put(
                        "/internal/holds/" + booking,
                        Map.of(
                                "expiresAt",
                                "2099-01-01T00:00:00.000Z",
                                "quantity",
                                quantity,
                                "segments",
                                List.of(Map.of("flightId", flight, "cabin", cabin))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return booking;
    }

    private Answer select(String booking, String flight, Map<String, String> seats) {
        return bookingService()
                .put(
                        "/internal/holds/" + booking + "/seats",
                        Map.of(
                                "flightId",
                                flight,
                                "assignments",
                                seats.entrySet().stream()
                                        .map(seat -> Map.of("passengerId", seat.getKey(), "seat", seat.getValue()))
                                        .toList()));
    }

    private List<String> seatsOf(String flight) {
        return jdbc.sql("select concat(seat_no, ' ', state, ' ', booking_id) from audit_seat where flight_id = ?"
                        + " order by seat_no")
                .param(flight)
                .query(String.class)
                .list();
    }
}
