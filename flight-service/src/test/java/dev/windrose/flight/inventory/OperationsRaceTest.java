package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Buyers and the operations desk at the same flight at once. How fast the machine is isn't asked. */
@TestPropertySource(properties = {"windrose.inventory.patience=PT60S", "windrose.request-budget=PT90S"})
class OperationsRaceTest extends InventoryTest {
    private static final int BUYERS = 50;

    @BeforeEach
    void airplanes() {
        airplane("QI-BIG", 1, 20);
        airplane("QI-MID", 3, 12);
        airplane("QI-MID2", 3, 12);
    }

    @Test
    void aCancellationEndsAllPaymentsThatWereNotThereBeforeIt() throws Exception {
        long flight = flight(48, BUYERS);
        List<String> bookings = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            bookings.add(held(1, flight));
        }
        List<Callable<Answer>> all = new ArrayList<>();
        bookings.forEach(booking -> all.add(() -> confirm(booking)));
        all.add(BUYERS / 2, () -> operate(flight, "cancellation", Map.of("reason", "Strike")));

        List<Answer> answers = atOnce(all);

        assertThat(answers.remove(BUYERS / 2).status()).isEqualTo(200);
        long sold = 0;
        for (int i = 0; i < BUYERS; i++) {
            if (answers.get(i).status() == 200) {
                sold++;
                assertThat(stateOf(bookings.get(i))).isEqualTo("SOLD");
            } else {
                assertThat(answers.get(i).code()).isEqualTo("flight_closed");
                assertThat(stateOf(bookings.get(i))).isEqualTo("HELD");
                assertThat(confirm(bookings.get(i)).code()).isEqualTo("flight_closed");
            }
        }
        assertThat(counters(flight).sold()).isEqualTo((int) sold);
        assertThat(hold(newBooking(), request(1, flight)).code()).isEqualTo("flight_closed");
        assertBooksBalance(flight);
    }

    @Test
    void whoHoldsSeatsDuringADelayHasTheTimesOfBeforeOrAfterItAndAllHaveThoseOfAfterIt() throws Exception {
        long flight = flight(48, BUYERS);
        String before = departure(flight);
        String later = OffsetDateTime.parse(before).plusHours(2).toInstant().toString();
        List<String> bookings = new ArrayList<>();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            String booking = newBooking();
            bookings.add(booking);
            all.add(() -> hold(booking, request(1, flight)));
        }
        all.add(
                BUYERS / 2,
                () -> operate(flight, "delay", Map.of("departureTime", later.substring(0, 19) + "Z", "reason", "Fog")));

        List<Answer> answers = atOnce(all);

        assertThat(answers.remove(BUYERS / 2).status()).isEqualTo(200);
        String after = departure(flight);
        assertThat(after).isNotEqualTo(before);
        for (Answer answer : answers) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json().at("/segments/0/departureTime").asString()).isIn(before, after);
        }
        assertThat(bookings)
                .allSatisfy(booking -> assertThat(get(booking)
                                .json()
                                .at("/segments/0/departureTime")
                                .asString())
                        .isEqualTo(after));
        assertBooksBalance(flight);
    }

    /** 120 seats become 60 while 50 parties of two buy: whoever comes first, nobody is without a seat. */
    @Test
    void aSmallerAirplaneNeverHasFewerSeatsThanAreSold() throws Exception {
        long flight = bigFlight();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            all.add(() -> hold(newBooking(), request(2, flight)));
        }
        for (int i = 0; i < 5; i++) {
            all.add(i * 10, () -> swap(flight, "QI-MID"));
        }

        List<Answer> answers = atOnce(all);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        Counters counters = counters(flight);
        assertThat(counters.capacity()).isIn(60, 120);
        assertThat(counters.held()).isLessThanOrEqualTo(counters.capacity());
        if (counters.capacity() == 120) {
            assertThat(counters.held()).isEqualTo(2 * BUYERS);
        }
        assertBooksBalance(flight);
    }

    @Test
    void ofFiftyWhoWantOneSeatOneHasIt() throws Exception {
        long flight = bigFlight();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            String booking = held(2, flight);
            String own = (2 + i / 6) + String.valueOf("ABCDEF".charAt(i % 6));
            all.add(() -> seats(booking, flight, Map.of("1", "1A", "2", own)));
        }

        List<Answer> answers = atOnce(all);

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("seat_taken");
        });
        assertThat(jdbc.sql("select count(*) from audit_seat where flight_id = ?")
                        .param(Long.toString(flight))
                        .query(Integer.class)
                        .single())
                .as("all or none")
                .isEqualTo(2);
    }

    @Test
    void passengersOfManyBookingsNeverShareASeatWhileTheAirplaneIsChanged() throws Exception {
        long flight = bigFlight();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String booking = held(2, flight);
            int row = 1 + i;
            all.add(() -> seats(booking, flight, Map.of("1", row + "A", "2", row + "B")));
        }
        all.add(10, () -> swap(flight, "QI-MID2"));

        List<Answer> answers = atOnce(all);

        assertThat(answers.remove(10).status()).isEqualTo(200);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 400, 409));
        List<String> taken = jdbc.sql("select seat_no from audit_seat where flight_id = ?")
                .param(Long.toString(flight))
                .query(String.class)
                .list();
        Set<String> exist = new HashSet<>();
        JsonNode map = anonymous().get("/api/v1/flights/" + flight + "/seats").json();
        map.at("/cabins/0/rows")
                .forEach(row -> row.path("seats")
                        .forEach(seat -> exist.add(seat.path("number").asString())));
        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(exist);
        assertBooksBalance(flight);
    }

    private Answer operate(long flight, String operation, Map<String, String> body) {
        return untilKnown(() -> staff().post("/api/v1/flights/" + flight + "/" + operation, body));
    }

    private Answer swap(long flight, String airplane) {
        return untilKnown(() -> staff().patch("/api/v1/flights/" + flight, Map.of("airplane", airplane)));
    }

    /** With 120 seats, and a departure on the full second, as staff would state it. */
    private long bigFlight() {
        long flight = flight(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(48, ChronoUnit.HOURS), 120, "USD");
        jdbc.sql("update flight set airplane = 'QI-BIG' where id = ?")
                .param(flight)
                .update();
        return flight;
    }

    /** Who waited a second for the flight in vain comes again, as he is told to. */
    private static Answer untilKnown(Supplier<Answer> call) {
        Answer answer = call.get();
        while (answer.status() == 503) {
            answer = call.get();
        }
        return answer;
    }

    private Answer seats(String holdOf, long flight, Map<String, String> seats) {
        return booking.put(
                "/internal/holds/" + holdOf + "/seats",
                Map.of(
                        "flightId",
                        Long.toString(flight),
                        "assignments",
                        seats.entrySet().stream()
                                .map(seat -> Map.of("passengerId", seat.getKey(), "seat", seat.getValue()))
                                .toList()));
    }

    private String departure(long flight) {
        return anonymous()
                .get("/api/v1/flights/" + flight)
                .json()
                .path("departureTime")
                .asString();
    }

    private void airplane(String registration, int firstRow, int lastRow) {
        jdbc.sql("insert ignore into airplane values (?, 'Tester')")
                .param(registration)
                .update();
        jdbc.sql(
                        "insert ignore into airplane_cabin (registration, cabin, first_row, last_row, seat_columns, exit_rows, capacity)"
                                + " values (?, 'ECONOMY', ?, ?, 'ABC-DEF', '10', ?)")
                .params(registration, firstRow, lastRow, 6 * (lastRow - firstRow + 1))
                .update();
    }
}
