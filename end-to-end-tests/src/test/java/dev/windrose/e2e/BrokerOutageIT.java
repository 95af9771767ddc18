package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.windrose.localstack.BrokerPart;
import dev.windrose.localstack.ReceivedMail;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The broker away, and the queue's binding gone: bookings go on, and every mail arrives once. */
class BrokerOutageIT {
    private static final int BOOKINGS = 100;
    private static final int TRAVELLERS = 25;

    private final TestSystem system = TestSystem.get();
    private final Network network = new Network(system);

    @Test
    void aHundredBookingsAreConfirmedWithoutABrokerAndEveryMailArrivesOnceAfterwards() {
        Network.Flight flight = network.lisbonVienna(BOOKINGS);
        List<TestSystem.Traveller> travellers =
                IntStream.range(0, TRAVELLERS).mapToObj(i -> system.traveller()).toList();

        system.brokerWire().cut();
        List<String> references = confirmed(flight, travellers);
        system.brokerWire().mend();

        assertEachIsToldOnce(travellers, references);
    }

    @Test
    void withoutTheBindingEventsWaitAndArriveWhenItReturns() throws Exception {
        Network.Flight flight = network.lisbonVienna(BOOKINGS);
        TestSystem.Traveller ada = system.traveller();
        try (Connection connection = broker();
                Channel channel = connection.createChannel()) {
            channel.queueUnbind("notification.events", "windrose.events", "booking.confirmed");
            String reference = ada.api()
                    .post("/bookings", Orders.seats(1, flight))
                    .expect(201)
                    .string("reference");
            ada.api()
                    .post("/bookings/" + reference + "/payments", Orders.goodCard())
                    .expect(201);
            await().atMost(20, SECONDS).until(() -> attempts(reference) > 1);
            assertThat(mails(ada)).isEmpty();

            channel.queueBind("notification.events", "windrose.events", "booking.confirmed");

            await().atMost(60, SECONDS).until(() -> mails(ada).size() == 1);
        }
    }

    private List<String> confirmed(Network.Flight flight, List<TestSystem.Traveller> travellers) {
        return Crowd.all(
                        TRAVELLERS,
                        i -> IntStream.range(0, BOOKINGS / TRAVELLERS)
                                .mapToObj(n -> {
                                    Api api = travellers.get(i).api();
                                    String reference = api.post("/bookings", Orders.seats(1, flight))
                                            .expect(201)
                                            .string("reference");
                                    api.post("/bookings/" + reference + "/payments", Orders.goodCard())
                                            .expect(201);
                                    return reference;
                                })
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private void assertEachIsToldOnce(List<TestSystem.Traveller> travellers, List<String> references) {
        assertThat(references).hasSize(BOOKINGS).doesNotHaveDuplicates();
        await().atMost(120, SECONDS)
                .untilAsserted(
                        () -> assertThat(told(travellers).keySet()).containsExactlyInAnyOrderElementsOf(references));
        assertThat(told(travellers).values())
                .allSatisfy(count -> assertThat(count).isEqualTo(1L));
        assertThat(system.invariants().violations()).isEmpty();
    }

    private Map<String, Long> told(List<TestSystem.Traveller> travellers) {
        return travellers.stream()
                .flatMap(t -> mails(t).stream())
                .collect(Collectors.groupingBy(
                        mail -> mail.header("X-Windrose-Booking").orElse("?"), Collectors.counting()));
    }

    private List<ReceivedMail> mails(TestSystem.Traveller traveller) {
        return system.mailbox().messagesTo(traveller.email()).stream()
                .filter(mail -> mail.header("X-Windrose-Type")
                        .filter("BOOKING_CONFIRMED"::equals)
                        .isPresent())
                .toList();
    }

    /** How often the relay has tried to publish that booking's event. */
    private int attempts(String reference) throws Exception {
        try (var connection = system.parts().database().connect(system.schema("booking"));
                var statement = connection.prepareStatement("select max(o.attempts) from outbox_event o"
                        + " join audit_booking b on b.id = o.aggregate_id where b.reference = ?"
                        + " and o.published_at is null")) {
            statement.setString(1, reference);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Connection broker() throws Exception {
        BrokerPart part = system.parts().broker();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(part.host());
        factory.setPort(part.port());
        factory.setUsername(part.user());
        factory.setPassword(part.password());
        return factory.newConnection();
    }
}
