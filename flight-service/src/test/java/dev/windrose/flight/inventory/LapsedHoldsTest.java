package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Holds past their deadline: still their owner's until somebody needs the seats. */
class LapsedHoldsTest extends InventoryTest {
    @Test
    void theNextBuyerGetsTheSeatsOfALapsedHold() {
        long flight = flight(48, 2);
        long other = flight(60, 9);
        String lapsed = held(2, flight, other);
        lapse(lapsed);

        Answer bought = hold(newBooking(), request(1, flight));

        assertThat(bought.status()).isEqualTo(200);
        assertThat(stateOf(lapsed)).isEqualTo("RELEASED");
        assertThat(counters(flight)).isEqualTo(new Counters(2, 1, 0));
        assertThat(counters(other)).isEqualTo(new Counters(9, 0, 0));
        assertThat(confirm(lapsed).code()).isEqualTo("hold_gone");
        assertThat(hold(lapsed, request(2, flight, other)).code()).isEqualTo("hold_gone");
    }

    @Test
    void nobodyIsReclaimedWithoutNeedNorInVain() {
        long flight = flight(48, 4);
        String lapsed = held(2, flight);
        lapse(lapsed);

        assertThat(hold(newBooking(), request(1, flight)).status()).isEqualTo(200);
        Answer tooMany = hold(newBooking(), request(5, flight));

        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.json().path("available").asInt()).isEqualTo(1);
        assertThat(stateOf(lapsed)).isEqualTo("HELD");
        assertThat(confirm(lapsed).status()).isEqualTo(200);
        assertThat(counters(flight)).isEqualTo(new Counters(4, 1, 2));
    }

    @Test
    void onlyAsManyAsAreMissingAreReclaimedLongestLapsedFirst() {
        long flight = flight(48, 3);
        String first = held(1, flight);
        String second = held(1, flight);
        String third = held(1, flight);
        for (String id : List.of(first, second, third)) {
            lapse(id);
        }
        jdbc.sql("update hold_segment set expires_at = expires_at - interval 1 minute where booking_id = ?")
                .param(second)
                .update();

        held(1, flight);

        assertThat(stateOf(second)).isEqualTo("RELEASED");
        assertThat(List.of(String.valueOf(stateOf(first)), String.valueOf(stateOf(third))))
                .containsOnly("HELD");
    }

    @Test
    void repeatingALapsedHoldNeitherLosesItNorTakesAnother() {
        long flight = flight(48, 2);
        String other = held(1, flight);
        String mine = held(1, flight);
        lapse(other);
        lapse(mine);

        assertThat(hold(mine, request(1, flight)).json().path("state").asString())
                .isEqualTo("HELD");
        assertThat(stateOf(other)).isEqualTo("HELD");
    }

    @Test
    void aCrowdReclaimsAndGetsExactlyWhatHasLapsed() throws Exception {
        long flight = flight(48, 10);
        long next = flight(60, 40);
        for (int i = 0; i < 10; i++) {
            lapse(held(1, flight, next));
        }
        List<Callable<Answer>> crowd =
                new ArrayList<>(Collections.nCopies(30, () -> hold(newBooking(), request(1, flight))));
        crowd.addAll(Collections.nCopies(30, () -> hold(newBooking(), request(1, next, flight))));

        List<Answer> answers = atOnce(crowd);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(10);
        assertThat(counters(flight)).isEqualTo(new Counters(10, 10, 0));
        assertBooksBalance(flight, next);
    }

    @Test
    void paymentAgainstReclaimHasOneWinner() throws Exception {
        for (int i = 0; i < 100; i++) {
            long flight = flight(48, 1);
            String lapsed = held(1, flight);
            lapse(lapsed);
            String buyer = newBooking();

            List<Answer> answers = atOnce(List.of(() -> confirm(lapsed), () -> hold(buyer, request(1, flight))));

            List<Integer> statuses = answers.stream().map(Answer::status).toList();
            assertThat(statuses).isIn(List.of(200, 409), List.of(410, 200));
            assertThat(counters(flight))
                    .isEqualTo(statuses.get(0) == 200 ? new Counters(1, 0, 1) : new Counters(1, 1, 0));
        }
    }
}
