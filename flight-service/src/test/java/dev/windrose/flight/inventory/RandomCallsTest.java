package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is called in whatever order, the books balance and no seat is given twice. */
class RandomCallsTest extends InventoryTest {
    private static final int CALLERS = 12;
    private static final int CALLS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_125, 777})
    void anyInterleavingKeepsTheInvariants(long seed) throws Exception {
        long[] flights = {flight(48, 7), flight(60, 5), flight(72, 9)};
        List<String> bookings = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            bookings.add(newBooking());
        }
        List<Callable<List<Answer>>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed * 31 + caller);
            callers.add(() -> {
                List<Answer> answers = new ArrayList<>();
                for (int call = 0; call < CALLS; call++) {
                    answers.add(anyCall(random, flights, bookings));
                }
                return answers;
            });
        }

        List<List<Answer>> answers = atOnce(callers);

        assertThat(answers.stream().flatMap(List::stream))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 204, 404, 409, 410, 422));
        assertBooksBalance(flights);
    }

    private Answer anyCall(Random random, long[] flights, List<String> bookings) {
        String known = bookings.get(random.nextInt(bookings.size()));
        return switch (random.nextInt(10)) {
            case 0 -> confirm(known);
            case 1 -> release(known);
            case 2 -> {
                lapse(known);
                yield hold(newBooking(), anyRequest(random, flights));
            }
            case 8, 9 ->
                releasePart(
                        known,
                        releaseOf(random, known),
                        List.of(part(flights[random.nextInt(flights.length)], 1 + random.nextInt(2))));
            case 3, 4 -> hold(newBooking(), anyRequest(random, flights));
            default -> hold(known, anyRequest(random, flights));
        };
    }

    /** One of few, so that some come again. */
    private static String releaseOf(Random random, String booking) {
        return UUID.nameUUIDFromBytes((booking + random.nextInt(4)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static java.util.Map<String, Object> anyRequest(Random random, long[] flights) {
        int quantity = 1 + random.nextInt(3);
        long one = flights[random.nextInt(flights.length)];
        long two = flights[random.nextInt(flights.length)];
        return one == two ? request(quantity, one) : request(quantity, two, one);
    }
}
