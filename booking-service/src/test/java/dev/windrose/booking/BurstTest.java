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
 * Three hundred customers after twenty seats at once: they wait in line, and when the seats are gone the line is told so at once, without
 * anybody being sent away for its length.
 */
class BurstTest extends BookingServiceTest {
    private static final int CUSTOMERS = 300;
    private static final int SEATS = 20;
    private static final int WARMING_UP = 100;

    @Test
    void twentyBookAndTheOthersAreToldThatTheSeatsAreGone() {
        warmUp();
        String flight = FLIGHTS.holds().flight(SEATS, 10_000);
        List<Supplier<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Api api = first().as(user + "-" + i);
            calls.add(() -> api.book("once", Requests.booking(1, flight)));
        }

        Map<String, Long> answers = Together.run(calls).stream()
                .map(a -> a.status() + a.code())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of("201", (long) SEATS, "409insufficient_seats", (long) CUSTOMERS - SEATS));
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(SEATS);
    }

    private void warmUp() {
        String flight = FLIGHTS.holds().flight(WARMING_UP, 10_000);
        for (int i = 0; i < WARMING_UP; i++) {
            first().as(user + "-warm-" + i).book(flight);
        }
    }
}
