package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same call again: one effect, the same answer. */
class RepeatedCallsTest extends InventoryTest {
    @Test
    void fiftyAtOnceMakeOneHold() throws Exception {
        long flight = flight(48, 30);
        String id = newBooking();

        List<Answer> answers = atOnce(Collections.nCopies(50, () -> hold(id, request(2, flight))));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(answers.get(0).json());
        });
        assertThat(counters(flight)).isEqualTo(new Counters(30, 2, 0));
    }

    @Test
    void fiftyAtOnceGetOneRefusal() throws Exception {
        long flight = flight(48, 1);
        String id = newBooking();

        List<Answer> answers = atOnce(Collections.nCopies(50, () -> hold(id, request(2, flight))));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.json().path("available").asInt()).isEqualTo(1);
        });
        assertThat(counters(flight).held()).isZero();
    }

    @Test
    void anotherBodyIsAMismatchAndAnotherOrderIsNot() {
        long first = flight(48, 9);
        long second = flight(60, 9);
        String id = held(1, first, second);

        assertThat(hold(id, request(1, second, first)).status()).isEqualTo(200);
        assertThat(hold(id, request(2, first, second)).code()).isEqualTo("hold_mismatch");
        assertThat(hold(id, request(1, first)).status()).isEqualTo(422);
        Map<String, Object> later = new LinkedHashMap<>(request(1, first, second));
        later.put("expiresAt", "2099-01-01T00:00:00.001Z");
        assertThat(hold(id, later).status()).isEqualTo(422);
        assertThat(hold(id, expecting(request(1, first, second), "200.00")).status())
                .isEqualTo(422);
        assertThat(counters(first)).isEqualTo(new Counters(9, 1, 0));
    }

    @Test
    void theAnswerStandsWhateverBecameOfTheFlight() {
        long flight = flight(48, 1);
        String id = held(1, flight);
        status(flight, "CANCELLED");

        assertThat(hold(id, request(1, flight)).status()).isEqualTo(200);
    }

    @Test
    void confirmingSellsOnce() throws Exception {
        long flight = flight(48, 9);
        String id = held(2, flight);

        List<Answer> answers = atOnce(Collections.nCopies(20, () -> confirm(id)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("state").asString()).isEqualTo("SOLD");
            assertThat(answer.json().path("segments").get(0).path("state").asString())
                    .isEqualTo("SOLD");
        });
        assertThat(counters(flight)).isEqualTo(new Counters(9, 0, 2));
        assertThat(hold(id, request(2, flight)).json().path("state").asString()).isEqualTo("SOLD");
    }

    @Test
    void releasingGivesBackOnce() throws Exception {
        long flight = flight(48, 9);
        held(1, flight);
        String held = held(2, flight);
        String sold = held(3, flight);
        confirm(sold);

        for (String id : List.of(held, sold)) {
            List<Answer> answers = atOnce(Collections.nCopies(20, () -> release(id)));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(204));
            assertThat(confirm(id).code()).isEqualTo("hold_gone");
            assertThat(hold(id, request(id.equals(held) ? 2 : 3, flight)).code())
                    .isEqualTo("hold_gone");
        }
        assertThat(counters(flight)).isEqualTo(new Counters(9, 1, 0));
        assertBooksBalance(flight);
    }

    @Test
    void aHoldThatComesAfterItsDeletionIsRefused() {
        long flight = flight(48, 9);
        String id = newBooking();

        assertThat(release(id).status()).isEqualTo(204);
        assertThat(hold(id, request(1, flight)).status()).isEqualTo(410);
        assertThat(confirm(id).status()).isEqualTo(410);
        assertThat(release(id).status()).isEqualTo(204);
        assertThat(get(id).json().path("state").asString()).isEqualTo("TOMBSTONE");
        assertThat(counters(flight).held()).isZero();
    }

    @Test
    void holdAndDeletionAtOnceLeaveNothingHeld() throws Exception {
        long flight = flight(48, 9);
        for (int i = 0; i < 30; i++) {
            String id = newBooking();
            List<Answer> answers = atOnce(List.of(() -> hold(id, request(1, flight)), () -> release(id)));
            assertThat(answers.get(0).status()).isIn(200, 410);
            assertThat(answers.get(1).status()).isEqualTo(204);
            assertThat(stateOf(id)).isIn("RELEASED", "TOMBSTONE");
        }
        assertThat(counters(flight).held()).isZero();
        assertBooksBalance(flight);
    }

    @Test
    void nothingIsConfirmedThatWasNeverHeldOrFliesNoMore() {
        long flight = flight(48, 9);
        String id = held(1, flight);
        status(flight, "CANCELLED");

        assertThat(confirm(newBooking()).code()).isEqualTo("hold_gone");
        assertThat(confirm(id).code()).isEqualTo("flight_closed");
        assertThat(counters(flight)).isEqualTo(new Counters(9, 1, 0));
        assertThat(stateOf(id)).isEqualTo("HELD");
    }
}
