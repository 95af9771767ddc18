package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Seats chosen and given, and what happens when two want the same. */
class SeatSelectionTest extends InventoryTest {

    @BeforeEach
    void airplane() {
        jdbc.sql("insert ignore into airplane values ('QI-SEATS', 'Tester')").update();
        jdbc.sql(
                        "insert ignore into airplane_cabin (registration, cabin, first_row, last_row, seat_columns, exit_rows, capacity)"
                                + " values ('QI-SEATS', 'ECONOMY', 1, 10, 'ABC-DEF', '1', 60)")
                .update();
    }

    @Test
    void ofTwoWhoWantOneSeatOneGetsItEachTime() throws Exception {
        long flight = flight();
        String one = held(1, flight);
        String two = held(1, flight);
        for (int i = 0; i < 100; i++) {
            String seat = (2 + i / 6 % 9) + "ABCDEF".substring(i % 6, i % 6 + 1);
            List<Answer> answers = atOnce(List.of(
                    () -> select(one, flight, passenger("1", seat, false)),
                    () -> select(two, flight, passenger("1", seat, false))));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .extracting(Answer::code)
                    .containsOnly("seat_taken");
            assertThat(ownerOf(flight, seat)).isEqualTo(answers.get(0).status() == 200 ? one : two);
        }
        assertBooksBalance(flight);
    }

    @Test
    void whoHasNoSeatGetsOneBesideHisParty() {
        long flight = flight();
        String booking = held(3, flight);
        select(booking, flight, passenger("2", "5A", false));

        Answer all = select(booking, flight, any("1"), any("2"), any("3"));

        assertThat(seats(all)).isEqualTo(Map.of("1", "5B", "2", "5A", "3", "5C"));
        assertThat(select(booking, flight, any("1"), any("2"), any("3")).text()).isEqualTo(all.text());
    }

    @Test
    void noChildSitsInAnExitRow() {
        long flight = flight();
        String booking = held(2, flight);

        Answer refused = select(booking, flight, passenger("1", "1A", true), passenger("2", "1B", false));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("assignments[0].seat");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("exit_row");
        assertThat(seats(select(booking, flight, passenger("1", null, true), any("2"))))
                .isEqualTo(Map.of("1", "2A", "2", "2B"));
    }

    @Test
    void aChildWithNothingButExitsLeftGetsNoSeat() {
        long flight = flight();
        for (int row = 2; row <= 10; row++) {
            String others = held(6, flight);
            int here = row;
            assertThat(select(
                                    others,
                                    flight,
                                    IntStream.range(0, 6)
                                            .mapToObj(i -> passenger(
                                                    String.valueOf(i + 1), here + "ABCDEF".substring(i, i + 1), false))
                                            .toArray(Map[]::new))
                            .status())
                    .isEqualTo(200);
        }
        String booking = held(1, flight);

        assertThat(select(booking, flight, passenger("1", null, true)).code()).isEqualTo("no_suitable_seat");
        assertThat(select(booking, flight, any("1")).status()).isEqualTo(200);
    }

    @Test
    void partiesWhoAreSeatedAtOnceSitTogetherAndNeverOnOneSeat() throws Exception {
        long flight = flight();
        List<Callable<Answer>> work = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            String booking = held(3, flight);
            work.add(() -> select(booking, flight, any("1"), any("2"), any("3")));
        }

        List<Answer> answers = atOnce(work);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(seats(answer).values().stream()
                            .map(seat -> seat.replaceAll("[A-F]", ""))
                            .distinct())
                    .hasSize(1);
        });
        assertThat(answers.stream().flatMap(answer -> seats(answer).values().stream()))
                .hasSize(54)
                .doesNotHaveDuplicates();
        assertThat(answers.stream().map(answer -> answer.json().path("version").asLong()))
                .doesNotHaveDuplicates();
        assertBooksBalance(flight);
    }

    private long flight() {
        long flight = flight(48, 60);
        jdbc.sql("update flight set airplane = 'QI-SEATS' where id = ?")
                .param(flight)
                .update();
        return flight;
    }

    private static Map<String, Object> any(String passenger) {
        return passenger(passenger, null, false);
    }

    private static Map<String, Object> passenger(String id, @Nullable String seat, boolean child) {
        Map<String, Object> passenger = new HashMap<>(Map.of("passengerId", id, "child", child));
        if (seat != null) {
            passenger.put("seat", seat);
        }
        return passenger;
    }

    @SafeVarargs
    private Answer select(String holdOf, long flight, Map<String, Object>... passengers) {
        return booking.put(
                "/internal/holds/" + holdOf + "/seats",
                Map.of("flightId", Long.toString(flight), "assignments", List.of(passengers)));
    }

    private static Map<String, String> seats(Answer answer) {
        Map<String, String> seats = new HashMap<>();
        for (JsonNode one : answer.json().path("assignments")) {
            seats.put(one.path("passengerId").asString(), one.path("seat").asString());
        }
        return seats;
    }

    private String ownerOf(long flight, String seat) {
        return Objects.requireNonNull(jdbc.sql("select booking_id from audit_seat where flight_id = ? and seat_no = ?")
                .params(Long.toString(flight), seat)
                .query(String.class)
                .single());
    }
}
