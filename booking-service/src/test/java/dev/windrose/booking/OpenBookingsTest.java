package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** At most five unpaid bookings a customer, also for one who asks for twenty at once on two replicas. */
class OpenBookingsTest extends BookingServiceTest {
    private static final int ALLOWED = 5;

    @Test
    void fiveOfTwentyAtOnceAndRoomAgainWhenOneEnds() {
        String flight = FLIGHTS.holds().flight(100, 10_000);
        List<Supplier<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Api api = (i % 2 == 0 ? first() : second()).as(user);
            calls.add(() -> api.book(flight));
        }

        List<Api.Answer> answers = Together.run(calls);

        List<String> booked = answers.stream()
                .filter(a -> a.status() == 201)
                .map(Api.Answer::reference)
                .toList();
        assertThat(booked).hasSize(ALLOWED);
        assertThat(answers.stream().filter(a -> a.status() != 201).map(a -> a.status() + a.code()))
                .containsOnly("409too_many_open_bookings");
        assertThat(customer().pay(booked.get(0)).status()).isEqualTo(201);
        assertThat(customer().book(flight).status()).isEqualTo(201);
        customer().cancel(booked.get(1));
        assertThat(customer().book(flight).status()).isEqualTo(201);
        assertThat(customer().book(flight).code()).isEqualTo("too_many_open_bookings");
        moveToDeadlineOf(booked.get(2), Duration.ofMinutes(1));
        assertThat(customer().book(flight).status()).as("the due ones are over").isEqualTo(201);
    }
}
