package dev.windrose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.Service;
import dev.windrose.localstack.ServiceProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More buyers than seats. */
class LastSeatsIT {
    private static final int CALLERS = 300;
    private static final int SEATS = 20;
    private static final int BUYERS = 60;

    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);

    @Test
    void threeHundredBuyersOfTheLastTwentySeatsOnTwoFlightsInOppositeOrders() {
        Network.Flight out = network.lisbonVienna(SEATS);
        Network.Flight on = network.viennaTokyo(SEATS);
        List<TestSystem.Traveller> buyers =
                IntStream.range(0, BUYERS).mapToObj(i -> system.traveller()).toList();

        warmUp(buyers);

        List<Api.Answer> answers = Crowd.all(CALLERS, i -> {
            Api api = buyers.get(i % BUYERS).api();
            return switch (i % 4) {
                case 0 -> api.post("/bookings", Orders.seats(1, out));
                case 1 -> api.post("/bookings", Orders.seats(1, on));
                case 2 -> api.post("/bookings", Orders.seats(1, out, on));
                default -> api.post("/bookings", Orders.seats(1, on, out));
            };
        });

        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(Api.Answer::status, Collectors.counting()));
        assertThat(byStatus.keySet()).as(byStatus.toString()).isSubsetOf(201, 409);
        assertThat(answers.stream().filter(a -> a.status() == 409))
                .allSatisfy(a -> assertThat(a.code()).isIn("insufficient_seats", "too_many_open_bookings"));
        assertThat(taken(answers, out)).isEqualTo(SEATS);
        assertThat(taken(answers, on)).isEqualTo(SEATS);
        assertThat(network.seatsAvailable(out)).isZero();
        assertThat(network.seatsAvailable(on)).isZero();
        assertThat(system.invariants().violations()).isEmpty();
    }

    @Test
    void oneKeyFiftyTimesAtOnceOnTwoReplicasIsOneBookingAndOneCharge() {
        Network.Flight flight = network.lisbonVienna(60);
        TestSystem.Traveller ada = system.traveller();
        ServiceProcess replica = system.replica(Service.BOOKING, Map.of());
        List<Api> replicas = List.of(
                TestSystem.apiOf(system.service(Service.BOOKING)).as(ada.token()),
                TestSystem.apiOf(replica).as(ada.token()));

        List<Api.Answer> booked =
                Crowd.all(50, i -> replicas.get(i % 2).post("/bookings", Orders.seats(2, flight), "the one key"));
        assertThat(booked).allSatisfy(a -> assertThat(a.status()).isIn(201, 409));
        List<String> references = booked.stream()
                .filter(a -> a.status() == 201)
                .map(a -> a.string("reference"))
                .distinct()
                .toList();
        assertThat(references).hasSize(1);
        assertThat(network.seatsAvailable(flight)).isEqualTo(58);

        String payments = "/bookings/" + references.get(0) + "/payments";
        List<Api.Answer> paid =
                Crowd.all(50, i -> replicas.get(i % 2).post(payments, Orders.goodCard(), "the one payment"));
        assertThat(paid).allSatisfy(a -> assertThat(a.status()).isIn(201, 409));
        assertThat(paid.stream()
                        .filter(a -> a.status() == 201)
                        .map(a -> a.string("id"))
                        .distinct())
                .hasSize(1);
        Api.Answer trip = ada.api().get("/bookings/" + references.get(0)).expect(200);
        assertThat(trip.string("status")).isEqualTo("CONFIRMED");
        assertThat(trip.json().path("payments").size()).isEqualTo(1);
        assertThat(ada.api()
                        .get("/bookings?period=all")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(system.invariants().violations()).isEmpty();
        replica.stop();
    }

    /** A JVM that has just started answers a tenth as fast: of a burst then, some are sent away with 503. */
    private void warmUp(List<TestSystem.Traveller> buyers) {
        Network.Flight full = network.lisbonVienna(1);
        buyers.get(0).api().post("/bookings", Orders.seats(1, full)).expect(201);
        Crowd.all(
                6,
                caller -> IntStream.range(0, 60)
                        .mapToObj(n ->
                                buyers.get((caller * 60 + n) % BUYERS).api().post("/bookings", Orders.seats(1, full)))
                        .toList());
    }

    private static long taken(List<Api.Answer> answers, Network.Flight flight) {
        return answers.stream()
                .filter(a -> a.status() == 201)
                .filter(a ->
                        a.json().path("segments").findValuesAsString("flightId").contains(flight.id()))
                .count();
    }
}
