package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.ReceivedMail;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The story from search to mail, and what a customer must never see or lose on the way. */
class MainJobIT {
    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);

    @Test
    void aTravellerSearchesBooksPaysAndIsTold() {
        Network.Flight flight = network.lisbonVienna(30);
        TestSystem.Traveller ada = system.traveller();

        Api.Answer found = await().atMost(5, SECONDS)
                .until(
                        () -> system.api()
                                .get("/flights/search?origin=QLS&destination=QVI&date=" + flight.date() + "&limit=100")
                                .expect(200),
                        answer -> answer.text().contains("\"" + flight.id() + "\""));
        JsonNode item = itemOf(found.json(), flight);
        assertThat(item.path("totalPrice").path("amount").asString()).isEqualTo("120.00");

        Api.Answer booked = ada.api()
                .post("/bookings", Orders.seats(2, flight), "book-" + flight.id())
                .expect(201);
        assertThat(booked.string("status")).isEqualTo("PENDING_PAYMENT");
        assertThat(booked.json().path("total").path("amount").asString()).isEqualTo("240.00");
        String reference = booked.string("reference");
        assertThat(booked.header("Location").orElse("")).endsWith("/bookings/" + reference);
        assertThat(network.seatsAvailable(flight)).isEqualTo(28);

        Api.Answer paid = ada.api()
                .post("/bookings/" + reference + "/payments", Orders.goodCard(), "pay-" + flight.id())
                .expect(201);
        assertThat(paid.string("status")).isEqualTo("SUCCEEDED");
        assertThat(paid.json().path("card").path("last4").asString()).isEqualTo("4242");

        JsonNode trip = ada.api().get("/bookings/" + reference).expect(200).json();
        assertThat(trip.path("status").asString()).isEqualTo("CONFIRMED");
        trip.path("passengers")
                .forEach(p -> assertThat(p.path("ticketNumber").asString()).matches("901[0-9]{10}"));
        assertThat(ada.api().get("/bookings?period=upcoming").expect(200).text())
                .contains(reference);
        assertThat(ada.api().get("/bookings?period=past").expect(200).text()).doesNotContain(reference);

        ReceivedMail mail = await().atMost(20, SECONDS)
                .until(() -> mailsOf(ada, "BOOKING_CONFIRMED"), l -> !l.isEmpty())
                .get(0);
        assertThat(mail.header("X-Windrose-Booking")).contains(reference);
        assertThat(mail.text()).contains(reference).contains("240.00");
        assertThat(mailsOf(ada, "WELCOME")).hasSize(1);
        assertThat(system.invariants().violations()).isEmpty();
    }

    @Test
    void oneOfTwoStaysAtHomeAndGetsTheMoneyBack() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        String reference =
                ada.api().post("/bookings", Orders.seats(2, flight)).expect(201).string("reference");
        ada.api()
                .post("/bookings/" + reference + "/payments", Orders.goodCard())
                .expect(201);
        String path = "/bookings/" + reference + "/cancellation";

        JsonNode quote = ada.api().get(path + "?passengerIds=2").expect(200).json();
        Api.Answer cancelled =
                ada.api().post(path, "{\"passengerIds\":[\"2\"]}", "one").expect(200);

        assertThat(cancelled.json().at("/refund/amount")).isEqualTo(quote.path("refund"));
        assertThat(network.seatsAvailable(flight)).isEqualTo(9);
        assertThat(ada.api()
                        .post(path, "{\"passengerIds\":[\"2\"]}", "two")
                        .expect(409)
                        .code())
                .isEqualTo("already_cancelled");
        await().atMost(5, SECONDS)
                .until(() -> system.api()
                        .get("/flights/search?origin=QLS&destination=QVI&date=" + flight.date() + "&seats=9&limit=100")
                        .expect(200)
                        .text()
                        .contains("\"" + flight.id() + "\""));
        ReceivedMail mail = await().atMost(20, SECONDS)
                .until(() -> mailsOf(ada, "BOOKING_CANCELLED"), l -> !l.isEmpty())
                .get(0);
        assertThat(mail.header("X-Windrose-Booking")).contains(reference);
        assertThat(mail.text()).contains("PaxB Traveller").contains("EUR 120.00");
        ada.api().post(path, "{}", "rest").expect(200);
        await().atMost(20, SECONDS)
                .until(() -> mailsOf(ada, "BOOKING_CANCELLED").size() == 2);
        assertThat(network.seatsAvailable(flight)).isEqualTo(10);
        assertThat(system.invariants().violations()).isEmpty();
        assertThat(system.invariants().unfinished()).isEmpty();
    }

    @Test
    void aDeclinedCardLeavesTheBookingAndAnotherPays() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        String payments = "/bookings/"
                + ada.api()
                        .post("/bookings", Orders.seats(1, flight))
                        .expect(201)
                        .string("reference") + "/payments";

        assertThat(ada.api()
                        .post(payments, Orders.card("4000000000000002"), "first")
                        .expect(402)
                        .code())
                .isEqualTo("card_declined");
        Api.Answer again = ada.api()
                .post(payments, Orders.card("4000000000000002"), "first")
                .expect(402);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(ada.api()
                        .post(payments, Orders.card("4242424242424241"), "second")
                        .expect(400)
                        .code())
                .isEqualTo("invalid_card");
        ada.api().post(payments, Orders.goodCard(), "third").expect(201);
        assertThat(ada.api()
                        .post(payments, Orders.goodCard(), "fourth")
                        .expect(409)
                        .code())
                .isEqualTo("already_paid");
    }

    @Test
    void theFareAtTheHoldIsTheFarePaid() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        Api.Answer booked = ada.api().post("/bookings", Orders.seats(2, flight)).expect(201);

        network.reprice(flight, "999.00");

        Api.Answer paid = ada.api()
                .post("/bookings/" + booked.string("reference") + "/payments", Orders.goodCard())
                .expect(201);
        assertThat(paid.json().path("amount").path("amount").asString()).isEqualTo("240.00");
    }

    @Test
    void anExpectedTotalCatchesAChangeBeforeAnythingIsHeld() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        network.reprice(flight, "130.00");

        Api.Answer refused = ada.api()
                .post("/bookings", Orders.seats(2, "240.00", flight), "expected")
                .expect(409);

        assertThat(refused.code()).isEqualTo("price_changed");
        assertThat(refused.json().path("currentTotal").path("amount").asString())
                .isEqualTo("260.00");
        assertThat(network.seatsAvailable(flight)).isEqualTo(10);
        ada.api()
                .post("/bookings", Orders.seats(2, "260.00", flight), "expected again")
                .expect(201);
    }

    @Test
    void anotherCustomersBookingIsLikeOneThatNeverWas() {
        Network.Flight flight = network.lisbonVienna(10);
        TestSystem.Traveller ada = system.traveller();
        TestSystem.Traveller eve = system.traveller();
        String reference =
                ada.api().post("/bookings", Orders.seats(1, flight)).expect(201).string("reference");
        String unknown = reference.equals("AAAAAA") ? "BBBBBB" : "AAAAAA";

        for (String path : List.of("", "/cancellation")) {
            assertSame404(
                    eve.api().get("/bookings/" + reference + path), eve.api().get("/bookings/" + unknown + path));
        }
        assertSame404(
                eve.api().post("/bookings/" + reference + "/payments", Orders.goodCard()),
                eve.api().post("/bookings/" + unknown + "/payments", Orders.goodCard()));
        assertSame404(
                eve.api().post("/bookings/" + reference + "/cancellation", "{}"),
                eve.api().post("/bookings/" + unknown + "/cancellation", "{}"));
        assertThat(eve.api().get("/bookings?period=all").expect(200).text()).doesNotContain(reference);
        assertThat(ada.api().get("/bookings/" + reference).expect(200).string("status"))
                .isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void whatIsBadIsToldAllAtOnceAndChangesNothing() {
        TestSystem.Traveller ada = system.traveller();

        Api.Answer refused = ada.api()
                .post(
                        "/bookings",
                        "{\"segments\":[],\"passengers\":[{\"firstName\":\"\",\"lastName\":\"X\",\"type\":\"DOG\"}]}")
                .expect(400);

        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.json().path("errors").size()).isGreaterThanOrEqualTo(3);
        assertThat(refused.string("requestId"))
                .isEqualTo(refused.header("X-Request-Id").orElse(""));
        assertThat(system.api().get("/bookings").expect(401).code()).isEqualTo("unauthenticated");
        assertThat(ada.api().get("/admin/reconciliation").expect(403).code()).isEqualTo("forbidden");
        assertThat(system.api().get("/no/such/path").expect(404).code()).isEqualTo("not_found");
        assertThat(system.api().get("/internal/holds").status()).isEqualTo(404);
    }

    @Test
    void theReconciliationFindsNothing() {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            Api.Answer answer = system.admin().get("/admin/reconciliation").expect(200);
            assertThat(answer.json().path("discrepancies").size())
                    .as(answer.text())
                    .isZero();
            assertThat(answer.json().path("flightsChecked").asInt()).isPositive();
        });
    }

    private static void assertSame404(Api.Answer theirs, Api.Answer unknown) {
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(withoutNames(theirs)).isEqualTo(withoutNames(unknown));
    }

    /** The body without what names this very request. */
    private static String withoutNames(Api.Answer answer) {
        return answer.text().replace(answer.string("requestId"), "-").replace(answer.string("instance"), "-");
    }

    private List<ReceivedMail> mailsOf(TestSystem.Traveller traveller, String type) {
        return system.mailbox().messagesTo(traveller.email()).stream()
                .filter(mail ->
                        mail.header("X-Windrose-Type").filter(type::equals).isPresent())
                .toList();
    }

    private static JsonNode itemOf(JsonNode result, Network.Flight flight) {
        for (JsonNode item : result.path("items")) {
            if (item.path("segments").path(0).path("flightId").asString().equals(flight.id())) {
                return item;
            }
        }
        throw new AssertionError(flight + " is not among " + result);
    }
}
