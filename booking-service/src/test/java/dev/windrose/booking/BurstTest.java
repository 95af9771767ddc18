package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Three hundred customers after twenty seats at once: they wait in line, and all are answered. One who is sent away because the line is
 * too long (a slow machine) comes again, as the answer asks.
 */
class BurstTest extends BookingServiceTest {
    private static final int CUSTOMERS = 300;
    private static final int SEATS = 20;

    @Test
    void twentyBookAndTheOthersAreToldThatTheSeatsAreGone() {
        warmUp();
        String flight = FLIGHTS.holds().flight(SEATS, 10_000);
        List<Supplier<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Api api = first().as(user + "-" + i);
            calls.add(() -> bookUntilAnswered(api, flight));
        }

        Map<String, Long> answers = Together.run(calls).stream()
                .map(a -> a.status() + a.code())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of("201", (long) SEATS, "409insufficient_seats", (long) CUSTOMERS - SEATS));
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(SEATS);
    }

    private static Api.Answer bookUntilAnswered(Api api, String flight) {
        Api.Answer answer = api.book("once", Requests.booking(1, flight));
        for (int tries = 1; answer.status() == 503 && tries < 10; tries++) {
            answer = api.book("once", Requests.booking(1, flight));
        }
        return answer;
    }

    private void warmUp() {
        String flight = FLIGHTS.holds().flight(CUSTOMERS, 10_000);
        for (int i = 0; i < CUSTOMERS; i++) {
            first().as(user + "-warm-" + i).book(flight);
        }
    }
}
