package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Crowds at the last seats. How fast the machine is isn't asked, so the line may be as long as it takes; the second that the pool and
 * a row's lock allow stays what it is.
 */
@TestPropertySource(properties = {"windrose.inventory.patience=PT60S", "windrose.request-budget=PT90S"})
class LastSeatsTest extends InventoryTest {
    private static final int CROWD = 300;

    @Autowired
    private MeterRegistry metrics;

    /** A third wants both flights, a third the same the other way round, and a sixth each of one. */
    @Test
    void threeHundredOnTheLastTwentySeatsSellExactlyTwenty() throws Exception {
        long one = flight(48, 20);
        long two = flight(60, 20);
        double deadlocks = metrics.counter("windrose.inventory.deadlocks").count();
        double oversells =
                metrics.counter("windrose.inventory.oversell.prevented").count();
        List<Callable<Answer>> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            long[] flights = switch (i % 6) {
                case 0, 1 -> new long[] {one, two};
                case 2, 3 -> new long[] {two, one};
                case 4 -> new long[] {one};
                default -> new long[] {two};
            };
            crowd.add(() -> hold(newBooking(), request(1, flights)));
        }

        List<Answer> answers = atOnce(crowd);

        assertThat(counters(one)).isEqualTo(new Counters(20, 20, 0));
        assertThat(counters(two)).isEqualTo(new Counters(20, 20, 0));
        assertThat(answers).allSatisfy(LastSeatsTest::heldOrTruthfullyRefused);
        long seats = answers.stream()
                .filter(answer -> answer.status() == 200)
                .mapToLong(answer -> answer.json().path("segments").size())
                .sum();
        assertThat(seats).isEqualTo(40);
        assertBooksBalance(one, two);
        assertThat(metrics.counter("windrose.inventory.deadlocks").count()).isEqualTo(deadlocks);
        assertThat(metrics.counter("windrose.inventory.oversell.prevented").count())
                .isEqualTo(oversells);
    }

    /** Everything is there for all: nobody is turned away by a queue, a pool or a lock. */
    @Test
    void threeHundredOnOneRowWithSeatsForAllAreAllServed() throws Exception {
        long flight = flight(48, CROWD);

        List<Answer> answers = atOnce(Collections.nCopies(CROWD, () -> hold(newBooking(), request(1, flight))));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(counters(flight)).isEqualTo(new Counters(CROWD, CROWD, 0));
        assertBooksBalance(flight);
    }

    @Test
    void whoeverWasRefusedIsToldTheSameAgainThoughSeatsCameFree() throws Exception {
        long flight = flight(48, 1);
        String winner = held(1, flight);
        String loser = newBooking();
        Answer refused = hold(loser, request(1, flight));
        release(winner);

        Answer again = hold(loser, request(1, flight));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("insufficient_seats");
        assertThat(again.json().path("available").asInt()).isZero();
        assertThat(counters(flight).held()).isZero();
    }

    /** None was ever free for them: seats were only taken meanwhile, so fewer than asked for is what there was. */
    private static void heldOrTruthfullyRefused(Answer answer) {
        if (answer.status() != 200) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("insufficient_seats");
            assertThat(answer.json().path("available").asInt(-1)).isZero();
        }
    }
}
