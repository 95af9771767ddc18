package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the paid booking to the gate: seats, check-in, boarding passes, and the mails on the way. */
class JourneyIT {
    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);
    private final TestSystem.Traveller ada = system.traveller();

    @Test
    void aPartyChoosesSeatsChecksInAndBoardsAlsoAfterAnotherAirplaneCame() {
        Network.Flight flight = network.soon(120);
        String reference =
                ada.api().post("/bookings", Orders.seats(2, flight)).expect(201).string("reference");
        String path = "/bookings/" + reference;
        assertThat(ada.api()
                        .post(path + "/check-in", checkIn(flight), "early")
                        .expect(409)
                        .code())
                .isEqualTo("not_confirmed");
        ada.api().post(path + "/payments", Orders.goodCard()).expect(201);
        assertThat(theMail("CHECK_IN_OPEN", 1).text()).contains(reference);

        ada.api().put(path + "/seats", """
                        {"flightId":"%s","assignments":[{"passengerId":"1","seat":"29A"}]}""".formatted(flight.id())).expect(200);
        JsonNode checkedIn = ada.api()
                .post(path + "/check-in", checkIn(flight), "in")
                .expect(200)
                .json();

        assertThat(checkedIn.at("/passengers/0/flights/0/seat").asString()).isEqualTo("29A");
        assertThat(checkedIn.at("/passengers/1/flights/0/seat").asString()).isEqualTo("29B");
        assertThat(system.api()
                        .get("/flights/" + flight.id() + "/seats")
                        .expect(200)
                        .text())
                .contains("\"number\":\"29B\",\"position\":\"AISLE\",\"exitRow\":false,\"status\":\"TAKEN\"");
        JsonNode pass =
                ada.api().get(path + "/boarding-passes").expect(200).json().at("/items/0");
        assertThat(pass.path("barcode").asString()).hasSize(60).startsWith("M1").contains(reference);
        ReceivedMail mail = theMail("CHECKED_IN", 1);
        assertThat(new String(mail.attachments().get(0).content(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");

        network.swap(flight, 100);

        assertThat(theMail("SEAT_CHANGED", 1).attachments()).hasSize(1);
        assertThat(verify(pass.path("barcode").asString(), flight)).isEqualTo("REVOKED");
        JsonNode passes =
                ada.api().get(path + "/boarding-passes").expect(200).json().path("items");
        for (JsonNode one : passes) {
            assertThat(verify(one.path("barcode").asString(), flight)).isEqualTo("VALID");
            assertThat(verify(one.path("barcode").asString(), flight)).isEqualTo("ALREADY_BOARDED");
        }
        assertThat(ada.api().post("/boarding-passes/verify", "{}").expect(403).code())
                .isEqualTo("forbidden");
        assertThat(system.api().post("/boarding-passes/verify", "{}").status()).isEqualTo(401);
        assertThat(system.invariants().violations()).isEmpty();
    }

    private String verify(String barcode, Network.Flight flight) {
        return system.admin()
                .post(
                        "/boarding-passes/verify",
                        "{\"barcode\":\"" + barcode + "\",\"flightId\":\"" + flight.id() + "\"}")
                .expect(200)
                .string("result");
    }

    private static String checkIn(Network.Flight flight) {
        return "{\"flightId\":\"" + flight.id() + "\"}";
    }

    private ReceivedMail theMail(String type, int count) {
        List<ReceivedMail> mails = await().atMost(30, SECONDS)
                .until(
                        () -> system.mailbox().messagesTo(ada.email()).stream()
                                .filter(mail -> mail.header("X-Windrose-Type")
                                        .filter(type::equals)
                                        .isPresent())
                                .toList(),
                        found -> found.size() >= count);
        assertThat(mails).hasSize(count);
        return mails.get(0);
    }
}
