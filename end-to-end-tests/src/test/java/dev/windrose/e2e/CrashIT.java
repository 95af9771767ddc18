package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.Service;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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
    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);
    private final Victims victims = new Victims(system);
    private Victim flightService;
    private Victim bookingService;

    @BeforeEach
    void takeTurns() {
        Victims.Pair pair = victims.next();
        flightService = pair.flight();
        bookingService = pair.booking();
    }

    @AfterAll
    void stopTheVictims() {
        victims.stop();
    }

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
        Client ada = client(system.traveller());
        String reference = booked(ada, flight).string("reference");

        bookingService.dieAt(point);
        Api.Answer cancelled = ada.repeat("/bookings/" + reference + "/cancellation", "{}", "cancel");

        assertThat(cancelled.status()).isIn(200, 409);
        await().atMost(60, SECONDS).until(bookingService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flight.release-before-commit", "flight.release-committed"})
    void seatsOfACancelledBookingAreFreeThoughFlightServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(10);
        Client ada = client(system.traveller());
        String reference = booked(ada, flight).string("reference");

        flightService.dieAt(point);
        ada.repeat("/bookings/" + reference + "/cancellation", "{}", "cancel");

        await().atMost(60, SECONDS).until(flightService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancellation.stored", "release.done"})
    void aPartIsCancelledAndRefundedOnceThoughBookingServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(10);
        Client ada = client(system.traveller());
        String reference = paidForTwo(ada, flight);

        bookingService.dieAt(point);
        cancelOne(ada, reference);

        await().atMost(60, SECONDS).until(bookingService::died);
        assertOnePlaceIsLeft(ada, reference, flight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flight.part-release-before-commit", "flight.part-release-committed"})
    void aPartIsCancelledAndRefundedOnceThoughFlightServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(10);
        Client ada = client(system.traveller());
        String reference = paidForTwo(ada, flight);

        flightService.dieAt(point);
        cancelOne(ada, reference);

        await().atMost(60, SECONDS).until(flightService::died);
        assertOnePlaceIsLeft(ada, reference, flight);
    }

    @Test
    void whoWasRefusedIsRefusedAgainThoughFlightServiceDies() {
        Network.Flight flight = network.lisbonVienna(1);
        TestSystem.Traveller ada = system.traveller();

        flightService.dieAt("flight.refusal-committed");
        Api.Answer refused = client(ada).repeat("/bookings", Orders.seats(2, flight), "book");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 insufficient_seats");
        assertThat(flightService.died()).isTrue();
        assertThat(network.seatsAvailable(flight)).isEqualTo(1);
        assertThat(trips(ada)).isZero();
        assertSoundAndFinished();
    }

    /** Somebody needs seats that were held past their deadline while no booking-service ended the booking. */
    @ParameterizedTest
    @ValueSource(strings = {"flight.reclaim-before-commit", "flight.reclaim-committed"})
    void lapsedSeatsAreSoldOnceThoughFlightServiceDies(String point) {
        Network.Flight flight = network.lisbonVienna(2);
        TestSystem.Traveller bob = system.traveller();
        String late =
                bob.api().post("/bookings", Orders.seats(2, flight)).expect(201).string("reference");
        system.lapseHoldOf(late);
        TestSystem.Traveller ada = system.traveller();
        Client client = client(ada);

        flightService.dieAt(point);
        String reference = booked(client, flight).string("reference");
        client.repeat("/bookings/" + reference + "/payments", Orders.goodCard(), "pay")
                .expect(201);

        assertThat(flightService.died()).isTrue();
        Api.Answer tooLate = bob.api().post("/bookings/" + late + "/payments", Orders.goodCard());
        assertThat(tooLate.status() + " " + tooLate.code()).isEqualTo("409 booking_expired");
        assertThat(network.seatsAvailable(flight)).isZero();
        assertSoundAndFinished();
    }

    @Test
    void aClientThatGivesUpLeavesNothingBehind() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();

        bookingService.dieAt("booking.held");
        client(ada).victim().tryPost("/bookings", Orders.seats(3, flight), "given up");

        await().atMost(60, SECONDS).until(bookingService::died);
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 10);
        assertSoundAndFinished();
        assertThat(trips(ada)).isZero();
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
        expiring.stop();
    }

    /** The answers of flight-service are lost after it did its work: it is asked again, and nothing happens twice. */
    @Test
    void answersLostOnTheWayChangeNothing() {
        TcpProxy wire = system.flightWire();
        var replica = system.replica(Service.BOOKING, Map.of("FLIGHT_SERVICE_URL", "http://127.0.0.1:" + wire.port()));
        Network.Flight flight = network.lisbonVienna(10);
        Api api = TestSystem.apiOf(replica).as(system.traveller().token());

        String paid = "/bookings/"
                + throughABrokenWire(api, "/bookings", Orders.seats(2, flight), "PUT")
                        .expect(201)
                        .string("reference");
        throughABrokenWire(api, paid + "/payments", Orders.goodCard(), "PUT").expect(201);
        assertThat(network.seatsAvailable(flight)).isEqualTo(8);

        String given = "/bookings/"
                + api.post("/bookings", Orders.seats(3, flight)).expect(201).string("reference");
        throughABrokenWire(api, given + "/cancellation", "{}", "DELETE");
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 8);
        assertSoundAndFinished();
        replica.stop();
    }

    private Api.Answer throughABrokenWire(Api api, String path, String body, String method) {
        int before = system.flightWire().dropped();
        system.flightWire().dropAnswersTo(method + " /internal/holds/");
        api.tryPost(path, body, path);
        await().atMost(30, SECONDS).until(() -> system.flightWire().dropped() > before);
        system.flightWire().mend();
        return Retries.untilKnown(() -> api.post(path, body, path));
    }

    private void oneBookingAndOneCharge() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller traveller = system.traveller();
        Client ada = client(traveller);
        String reference = booked(ada, flight).string("reference");

        ada.repeat("/bookings/" + reference + "/payments", Orders.goodCard(), "pay")
                .expect(201);

        assertThat(system.invariants().violations()).isEmpty();
        assertThat(trips(traveller)).isEqualTo(1);
        Api.Answer trip = traveller.api().get("/bookings/" + reference).expect(200);
        assertThat(trip.string("status")).isEqualTo("CONFIRMED");
        assertThat(trip.json().path("payments").size()).isEqualTo(1);
        assertThat(network.seatsAvailable(flight)).isEqualTo(8);
        assertSoundAndFinished();
    }

    private static String paidForTwo(Client ada, Network.Flight flight) {
        String reference = booked(ada, flight).string("reference");
        ada.repeat("/bookings/" + reference + "/payments", Orders.goodCard(), "pay")
                .expect(201);
        return reference;
    }

    private static void cancelOne(Client ada, String reference) {
        Api.Answer cancelled =
                ada.repeat("/bookings/" + reference + "/cancellation", "{\"passengerIds\":[\"2\"]}", "cancel");
        assertThat(cancelled.expect(200).json().at("/refund/amount/amount").asString())
                .isEqualTo("120.00");
    }

    private void assertOnePlaceIsLeft(Client ada, String reference, Network.Flight flight) {
        await().atMost(60, SECONDS).until(() -> network.seatsAvailable(flight) == 9);
        Api.Answer trip = ada.other().get("/bookings/" + reference).expect(200);
        assertThat(trip.string("status")).isEqualTo("CONFIRMED");
        assertThat(trip.json().path("refunds").size()).isEqualTo(1);
        assertThat(trip.json().at("/total/amount").asString()).isEqualTo("120.00");
        assertSoundAndFinished();
    }

    private static int trips(TestSystem.Traveller traveller) {
        return traveller
                .api()
                .get("/bookings?period=all")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static Api.Answer booked(Client client, Network.Flight flight) {
        return client.repeat("/bookings", Orders.seats(2, flight), "book").expect(201);
    }

    /** Asks the replica that dies first, and the one that doesn't when that breaks. */
    private record Client(Api victim, Api other) {
        Api.Answer repeat(String path, String body, String key) {
            return Retries.untilKnown(() -> victim.post(path, body, key), () -> other.post(path, body, key));
        }
    }

    private Client client(TestSystem.Traveller traveller) {
        return new Client(
                TestSystem.apiOf(bookingService.process()).as(traveller.token()),
                TestSystem.apiOf(system.service(Service.BOOKING)).as(traveller.token()));
    }

    private void assertSoundAndFinished() {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(system.invariants().violations()).isEmpty();
            assertThat(system.invariants().unfinished()).isEmpty();
        });
    }
}
