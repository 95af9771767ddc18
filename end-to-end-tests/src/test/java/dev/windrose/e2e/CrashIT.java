package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * booking-service and flight-service killed with -9 at every step of the protocol, while a client repeats its request with the same key, as
 * clients do. Afterwards every invariant holds, nothing is left half-way, and there is one booking and one charge.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
    private static final Set<Integer> UNKNOWN_YET = Set.of(0, 503);

    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);
    private final Victim flightService = new Victim(system, Service.FLIGHT, Map.of());
    private final Victim bookingService = new Victim(
            system,
            Service.BOOKING,
            Map.of("FLIGHT_SERVICE_URL", flightService.process().url()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booking.initiated",
                "booking.held",
                "booking.stored",
                "payment.authorized",
                "payment.confirmed",
                "payment.captured"
            })
    void bookingServiceDiesAndAClientThatRepeatsHasOneBookingAndOneCharge(String point) {
        bookingService.dieAt(point);
        oneBookingAndOneCharge();
        assertThat(bookingService.died()).as(point + " was reached").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flight.hold-before-commit",
                "flight.hold-committed",
                "flight.confirm-before-commit",
                "flight.confirm-committed"
            })
    void flightServiceDiesAndAClientThatRepeatsHasOneBookingAndOneCharge(String point) {
        flightService.dieAt(point);
        oneBookingAndOneCharge();
        assertThat(flightService.died()).as(point + " was reached").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancellation.stored", "release.done"})
    void seatsOfACancelledBookingAreFreeThoughBookingServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(10);
        Api ada = victimApi(system.traveller());
        String reference = booked(ada, flight).string("reference");

        bookingService.dieAt(point);
        Api.Answer cancelled = repeat(() -> ada.post("/bookings/" + reference + "/cancellation", "{}", "cancel"));

        assertThat(cancelled.status()).isIn(200, 409);
        await().atMost(60, SECONDS).until(bookingService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flight.release-before-commit", "flight.release-committed"})
    void seatsOfACancelledBookingAreFreeThoughFlightServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(10);
        Api ada = victimApi(system.traveller());
        String reference = booked(ada, flight).string("reference");

        flightService.dieAt(point);
        repeat(() -> ada.post("/bookings/" + reference + "/cancellation", "{}", "cancel"));

        await().atMost(60, SECONDS).until(flightService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
    }

    @Test
    void aClientThatGivesUpLeavesNothingBehind() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();

        bookingService.dieAt("booking.held");
        victimApi(ada).tryPost("/bookings", Orders.seats(3, flight), "given up");

        await().atMost(60, SECONDS).until(bookingService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
        assertThat(ada.api()
                        .get("/bookings?period=all")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void anExpiryThatDiesHalfWayFreesTheSeats() {
        Victim expiring = new Victim(system, Service.BOOKING, Map.of("BOOKING_PAYMENT_WINDOW", "PT1S"));
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        expiring.dieAt("expiry.expired");

        Api.Answer booked = TestSystem.apiOf(expiring.process())
                .as(ada.token())
                .post("/bookings", Orders.seats(2, flight))
                .expect(201);

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(ada.api()
                                .get("/bookings/" + booked.string("reference"))
                                .string("status"))
                        .isEqualTo("EXPIRED"));
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
    }

    /** The answer of flight-service is lost after it did its work: booking-service asks again, and nothing happens twice. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT /internal/holds/", "DELETE /internal/holds/"})
    void anAnswerLostOnTheWayChangesNothing(String request) {
        TcpProxy wire = system.flightWire();
        var replica = system.replica(Service.BOOKING, Map.of("FLIGHT_SERVICE_URL", "http://127.0.0.1:" + wire.port()));
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        Api api = TestSystem.apiOf(replica).as(ada.token());

        wire.dropAnswersTo(request);
        api.tryPost("/bookings", Orders.seats(2, flight), "dropped");
        if (request.startsWith("PUT")) {
            assertThat(wire.dropped()).isPositive();
        }
        wire.mend();

        String reference = repeat(() -> api.post("/bookings", Orders.seats(2, flight), "dropped"))
                .expect(201)
                .string("reference");
        wire.dropAnswersTo(request);
        api.tryPost("/bookings/" + reference + "/payments", Orders.goodCard(), "pay");
        wire.mend();
        repeat(() -> api.post("/bookings/" + reference + "/payments", Orders.goodCard(), "pay"))
                .expect(201);
        assertThat(network.seatsAvailable(flight)).isEqualTo(8);
        assertSoundAndFinished();
        replica.stop();
    }

    private void oneBookingAndOneCharge() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller traveller = system.traveller();
        Api ada = victimApi(traveller);
        String reference = booked(ada, flight).string("reference");

        repeat(() -> ada.post("/bookings/" + reference + "/payments", Orders.goodCard(), "pay"))
                .expect(201);

        assertThat(system.invariants().violations()).isEmpty();
        Api.Answer trips = traveller.api().get("/bookings?period=all").expect(200);
        assertThat(trips.json().path("items").size()).isEqualTo(1);
        Api.Answer trip = traveller.api().get("/bookings/" + reference).expect(200);
        assertThat(trip.string("status")).isEqualTo("CONFIRMED");
        assertThat(trip.json().path("payments").size()).isEqualTo(1);
        assertThat(network.seatsAvailable(flight)).isEqualTo(8);
        assertSoundAndFinished();
    }

    private Api.Answer booked(Api api, Network.Flight flight) {
        return repeat(() -> api.post("/bookings", Orders.seats(2, flight), "book"))
                .expect(201);
    }

    /** As a client does: the same request with the same key until it knows. */
    private static Api.Answer repeat(Supplier<Api.Answer> request) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> Api.orBroken(request),
                        answer -> !UNKNOWN_YET.contains(answer.status()) && !inFlight(answer));
    }

    private static boolean inFlight(Api.Answer answer) {
        return answer.status() == 409
                && List.of("idempotency_in_flight", "payment_in_progress").contains(answer.code());
    }

    private Api victimApi(TestSystem.Traveller traveller) {
        return TestSystem.apiOf(bookingService.process()).as(traveller.token());
    }

    private void assertSoundAndFinished() {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(system.invariants().violations()).isEmpty();
            assertThat(system.invariants().unfinished()).isEmpty();
        });
    }
}
