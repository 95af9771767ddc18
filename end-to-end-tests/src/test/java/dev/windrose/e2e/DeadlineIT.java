package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.Service;
import dev.windrose.localstack.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Payments that arrive within milliseconds of the deadline, on two replicas that both run the expiry job without pause. */
class DeadlineIT {
    private static final int ROUNDS = 200;
    private static final int AT_ONCE = 20;
    private static final Map<String, String> EAGER = Map.of(
            "BOOKING_PAYMENT_WINDOW", "PT1.5S",
            "BOOKING_EXPIRY_INTERVAL", "PT0.02S",
            "BOOKING_MAX_OPEN_PER_USER", "100");

    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);

    @Test
    void aBookingIsNeverBothPaidAndExpired() {
        List<ServiceProcess> replicas =
                List.of(system.starting(Service.BOOKING, EAGER), system.starting(Service.BOOKING, EAGER));
        replicas.forEach(replica -> replica.awaitReady(Duration.ofMinutes(2)));
        Network.Flight flight = network.lisbonVienna(ROUNDS);
        List<TestSystem.Traveller> travellers =
                IntStream.range(0, AT_ONCE).mapToObj(i -> system.traveller()).toList();

        List<List<String>> outcomes = Crowd.all(
                AT_ONCE,
                caller -> IntStream.range(0, ROUNDS / AT_ONCE)
                        .mapToObj(round -> payAtTheDeadline(
                                replicas,
                                travellers.get(caller),
                                flight,
                                Duration.ofMillis((17L * caller + 41L * round) % 90 - 75)))
                        .toList());

        List<String> all = outcomes.stream().flatMap(List::stream).toList();
        assertThat(all)
                .hasSize(ROUNDS)
                .allSatisfy(outcome -> assertThat(outcome).isIn("201 CONFIRMED", "409 EXPIRED"));
        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(system.invariants().violations()).isEmpty();
            assertThat(system.invariants().unfinished()).isEmpty();
        });
        long paid = all.stream().filter("201 CONFIRMED"::equals).count();
        assertThat(network.seatsAvailable(flight)).isEqualTo(ROUNDS - (int) paid);
        replicas.forEach(ServiceProcess::stop);
    }

    private static String payAtTheDeadline(
            List<ServiceProcess> replicas, TestSystem.Traveller traveller, Network.Flight flight, Duration offset) {
        Api first = TestSystem.apiOf(replicas.get(0)).as(traveller.token());
        Api second = TestSystem.apiOf(replicas.get(1)).as(traveller.token());
        Api.Answer booked = first.post("/bookings", Orders.seats(1, flight)).expect(201);
        String path = "/bookings/" + booked.string("reference");
        Instant when = Instant.parse(booked.string("paymentDueAt")).plus(offset);
        LockSupport.parkUntil(when.toEpochMilli());
        Api.Answer paid = Retries.untilKnown(() -> second.post(path + "/payments", Orders.goodCard(), path));
        String status = await().atMost(30, SECONDS)
                .until(() -> first.get(path).string("status"), s -> !s.equals("PENDING_PAYMENT"));
        return paid.status() + " " + status;
    }
}
