package dev.windrose.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.VerificationKeys;
import dev.windrose.localstack.EmbeddedBroker;
import dev.windrose.localstack.ReceivedMail;
import dev.windrose.localstack.TestParts;
import dev.windrose.notification.mail.MailType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the event in the broker to the mail in the mailbox and the entry in the feed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
class NotificationStoryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final BookingStandIn BOOKINGS = new BookingStandIn();

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        registry.add("BOOKING_SERVICE_URL", BOOKINGS::url);
        registry.add("RETRY_DELAYS", () -> "PT0.3S,PT0.3S,PT0.3S,PT0.3S,PT0.3S,PT0.3S,PT0.3S,PT0.3S,PT0.3S");
        TestParts.get().springProperties("notification").forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The gateway's keys are not asked for. */
    @TestConfiguration
    static class Keys {
        @Bean
        VerificationKeys verificationKeys() {
            return Signed.keys();
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.created",
                "booking.confirmed",
                "booking.expired",
                "booking.cancelled",
                "booking.check-in-open",
                "booking.flight-delayed",
                "booking.flight-cancelled",
                "price-watch.triggered"
            })
    void everyEventIsOneMailHoweverOftenItIsDelivered(String type) throws Exception {
        String recipient = ContractEvents.anybody();
        ObjectNode event = ContractEvents.event(type, recipient);
        BOOKINGS.recover(event.path("subject").asString());
        try (EventSender sender = sender()) {
            for (int delivery = 0; delivery < 3; delivery++) {
                sender.send(event);
            }
            String lastOne = ContractEvents.anybody();
            sender.send(ContractEvents.event(type, lastOne));
            await().atMost(SOON).until(() -> mailsTo(lastOne).size() == 1);
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);

        ReceivedMail mail = mailsTo(recipient).get(0);
        MailType mailType = MailType.of(type).orElseThrow();
        String id = event.get("id").stringValue();
        assertThat(notificationsOf(id)).isEqualTo(1);
        assertThat(mail.header("Message-ID")).contains("<" + id + "." + mailType + "@windrose.example>");
        assertThat(mail.header("X-Windrose-Type")).contains(mailType.name());
        assertThat(mail.header("X-Windrose-Booking"))
                .isEqualTo(type.startsWith("booking") ? Optional.of("K7QX2M") : Optional.empty());
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.from()).isEqualTo("no-reply@windrose.example");
        assertThat(mail.text()).contains("Hello Ada Lovelace,");
        assertThat(mail.html()).contains("Ada Lovelace");
        assertThat(mail.attachments())
                .extracting(ReceivedMail.Attachment::name)
                .isEqualTo(mailType.withItinerary() ? List.of("itinerary.ics") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking.confirmed", "booking.flight-delayed", "booking.flight-cancelled"})
    void theItineraryGoesWithTheMailOnceItIsToBeHad(String type) throws Exception {
        String recipient = ContractEvents.anybody();
        String booking = UUID.randomUUID().toString();
        try (EventSender sender = sender()) {
            sender.send(ContractEvents.event(type, recipient).put("subject", booking));
            await().atMost(SOON).until(() -> BOOKINGS.timesAsked(booking) >= 1);
            assertThat(mailsTo(recipient)).isEmpty();
            BOOKINGS.recover(booking);
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);

        List<ReceivedMail.Attachment> files = mailsTo(recipient).get(0).attachments();
        assertThat(files).hasSize(1);
        assertThat(files.get(0).name()).isEqualTo("itinerary.ics");
        assertThat(files.get(0).contentType()).startsWith("text/calendar");
        assertThat(files.get(0).content())
                .isEqualTo(BookingStandIn.contentOf("/internal/bookings/" + booking + "/itinerary.ics"));
    }

    @Test
    void aBookingThatIsNotThereHasNoItinerary() throws Exception {
        String recipient = ContractEvents.anybody();
        try (EventSender sender = sender()) {
            sender.send(
                    ContractEvents.event("booking.flight-delayed", recipient).put("subject", BookingStandIn.UNKNOWN));
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);
        assertThat(mailsTo(recipient).get(0).attachments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking.checked-in", "booking.seat-changed"})
    void boardingPassesGoWithTheMailOnceTheyAreToBeHad(String type) throws Exception {
        String recipient = ContractEvents.anybody();
        String booking = UUID.randomUUID().toString();
        try (EventSender sender = sender()) {
            sender.send(ContractEvents.event(type, recipient).put("subject", booking));
            await().atMost(SOON).until(() -> BOOKINGS.timesAsked(booking) >= 1);
            assertThat(mailsTo(recipient)).isEmpty();
            BOOKINGS.recover(booking);
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);

        ReceivedMail mail = mailsTo(recipient).get(0);
        assertThat(mail.header("X-Windrose-Type"))
                .contains(MailType.of(type).orElseThrow().name());
        assertThat(mail.attachments()).hasSize(1);
        ReceivedMail.Attachment passes = mail.attachments().get(0);
        assertThat(passes.name()).isEqualTo("boarding-passes-K7QX2M.pdf");
        assertThat(passes.contentType()).startsWith("application/pdf");
        assertThat(passes.content())
                .isEqualTo(BookingStandIn.contentOf(
                        "/internal/bookings/" + booking + "/boarding-passes/4711.pdf?passengerIds=1"));
        assertThat(mail.text()).contains("attached");
    }

    @Test
    void whoIsNoLongerCheckedInGetsTheMailWithoutAPass() throws Exception {
        String recipient = ContractEvents.anybody();
        try (EventSender sender = sender()) {
            sender.send(ContractEvents.event("booking.checked-in", recipient).put("subject", BookingStandIn.NOBODY));
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);
        assertThat(mailsTo(recipient).get(0).attachments()).isEmpty();
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndHoldsUpNothing() throws Exception {
        String recipient = ContractEvents.anybody();
        String poison = "poison-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode incomplete = ContractEvents.event("booking.confirmed", recipient);
        ((ObjectNode) incomplete.get("data")).remove("segments");
        try (EventSender sender = sender()) {
            sender.send("account.created", poison, "{not json");
            sender.send(incomplete);
            sender.send(ContractEvents.event("account.created", recipient));

            await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);
            for (String id : List.of(poison, incomplete.get("id").stringValue())) {
                await().atMost(SOON)
                        .until(() -> sender.take("notification.events.dead")
                                .filter(dead -> id.equals(dead.getProps().getMessageId()))
                                .isPresent());
            }
        }
    }

    @Test
    void goesOnAfterTheBrokerWasAway() throws Exception {
        EmbeddedBroker broker = TestParts.get().broker().embedded().orElse(null);
        assumeTrue(broker != null, "only the embedded broker can be stopped");
        broker.close();
        broker.start();

        String recipient = ContractEvents.anybody();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            try (EventSender sender = sender()) {
                sender.take("notification.events.dead");
                sender.send(ContractEvents.event("account.created", recipient));
                return true;
            }
        });
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 1);
    }

    @Test
    void usersSeeTheirOwnFeedInPages() throws Exception {
        String user = UUID.randomUUID().toString();
        String recipient = ContractEvents.anybody();
        try (EventSender sender = sender()) {
            for (String type : List.of("account.created", "booking.expired", "booking.confirmed")) {
                ObjectNode event = ContractEvents.event(type, recipient);
                ((ObjectNode) event.get("data")).put("userId", user);
                BOOKINGS.recover(event.path("subject").asString());
                sender.send(event);
            }
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 3);
        String token = Signed.tokenOf(user, Role.CUSTOMER);

        JsonNode first = get("/api/v1/notifications?limit=2", token, 200);
        JsonNode second = get(
                "/api/v1/notifications?limit=2&cursor="
                        + first.get("nextCursor").stringValue(),
                token,
                200);

        assertThat(types(first)).containsExactly("BOOKING_CONFIRMED", "BOOKING_EXPIRED");
        assertThat(types(second)).containsExactly("WELCOME");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(second.at("/items/0/subject").stringValue()).isEqualTo("Welcome to Windrose");
        assertThat(get("/api/v1/notifications", Signed.tokenOf("somebody-else", Role.CUSTOMER), 200)
                        .get("items"))
                .isEmpty();
        get("/api/v1/notifications?cursor=nonsense", token, 400);
        get("/api/v1/notifications", "no-token", 401);
        get("/api/v1/admin/notifications", token, 403);
    }

    @Test
    void whoWantsNoPriceMailsGetsNoneAndEveryOther() throws Exception {
        String user = UUID.randomUUID().toString();
        String token = Signed.tokenOf(user, Role.CUSTOMER);
        String recipient = ContractEvents.anybody();
        String preferences = "/api/v1/notifications/preferences";

        assertThat(get(preferences, token, 200).get("PRICE_DROP").booleanValue())
                .isTrue();
        JsonNode refused = put(
                preferences,
                token,
                "{\"PRICE_DROP\":false,\"WELCOME\":false,\"NEWS\":true,\"BOOKING_EXPIRED\":\"no\"}",
                400);
        assertThat(refused.get("errors").valueStream().map(e -> e.get("field").stringValue()))
                .containsExactlyInAnyOrder("WELCOME", "NEWS", "BOOKING_EXPIRED");
        assertThat(get(preferences, token, 200).get("PRICE_DROP").booleanValue())
                .isTrue();

        JsonNode changed = put(preferences, token, "{\"PRICE_DROP\":false,\"WELCOME\":true}", 200);
        assertThat(changed.get("PRICE_DROP").booleanValue()).isFalse();
        assertThat(changed.get("BOOKING_CONFIRMED").booleanValue()).isTrue();
        assertThat(put(preferences, token, "{}", 200)).isEqualTo(changed);

        ObjectNode unwanted = eventOf("price-watch.triggered", user, recipient);
        ObjectNode wanted = eventOf("booking.expired", user, recipient);
        try (EventSender sender = sender()) {
            sender.send(unwanted);
            sender.send(wanted);
        }
        await().atMost(SOON).until(() -> taken(unwanted) && mailsTo(recipient).size() == 1);
        assertThat(notificationsOf(unwanted.get("id").stringValue())).isZero();

        put(preferences, token, "{\"PRICE_DROP\":true}", 200);
        try (EventSender sender = sender()) {
            sender.send(eventOf("price-watch.triggered", user, recipient));
        }
        await().atMost(SOON).until(() -> mailsTo(recipient).size() == 2);
        put(preferences, "no-token", "{}", 401);
    }

    private static ObjectNode eventOf(String type, String user, String recipient) {
        ObjectNode event = ContractEvents.event(type, recipient);
        ((ObjectNode) event.get("data")).put("userId", user);
        return event;
    }

    private boolean taken(ObjectNode event) {
        return jdbc.sql("select count(*) from inbox_event where event_id = ?")
                        .param(event.get("id").stringValue())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private EventSender sender() throws Exception {
        return new EventSender(TestParts.get().broker());
    }

    private static List<ReceivedMail> mailsTo(String recipient) {
        return TestParts.get().mailbox().messagesTo(recipient);
    }

    private long notificationsOf(String eventId) {
        return jdbc.sql("select count(*) from notification where event_id = ?")
                .param(eventId)
                .query(Long.class)
                .single();
    }

    private static List<String> types(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("type").stringValue())
                .toList();
    }

    private JsonNode get(String path, String token, int expectedStatus) throws Exception {
        return ask(HttpRequest.newBuilder(address(path)), token, expectedStatus);
    }

    private JsonNode put(String path, String token, String body, int expectedStatus) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return ask(request, token, expectedStatus);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonNode ask(HttpRequest.Builder request, String token, int expectedStatus) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        request.header("Authorization", "Bearer " + token)
                                .timeout(SOON)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expectedStatus);
        return json.readTree(answer.body());
    }
}
