package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.booking.FlightNews;
import dev.windrose.booking.booking.FollowFlights;
import dev.windrose.booking.booking.FollowSeats;
import dev.windrose.booking.booking.SeatNews;
import dev.windrose.booking.booking.TellCheckIn;
import dev.windrose.booking.booking.TellDisruptions;
import dev.windrose.booking.flight.Hold;
import dev.windrose.booking.flight.HoldRequest;
import dev.windrose.booking.flight.ReleasedPart;
import dev.windrose.booking.flight.SeatAssignments;
import dev.windrose.booking.flight.SeatsRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What we send and read is what contracts/ says. */
class ContractsTest extends BookingServiceTest {
    private final JsonMapper json = first().bean(JsonMapper.class);

    @Test
    void readsTheHoldOfTheContract() {
        JsonNode example = example("http/hold.json");

        Hold hold = json.treeToValue(example, Hold.class);

        assertThat(hold.total().amount()).isEqualTo("259.00");
        assertThat(hold.segments().get(0).departureTime().toInstant()).isEqualTo("2026-12-01T14:15:00Z");
        assertThat(hold.segments().get(0).airline().accountingCode()).isEqualTo("027");
        assertThat(hold.segments().get(0).origin().timeZone().getId()).isEqualTo("America/Los_Angeles");
    }

    @Test
    void asksForHoldsAsTheContractSays() {
        JsonNode example = example("http/hold-request.json");

        JsonNode sent = json.valueToTree(json.treeToValue(example, HoldRequest.class));

        assertThat(shape(sent)).isEqualTo(shape(example));
    }

    @Test
    void releasesPartsAsTheContractSays() {
        JsonNode example = example("http/part-release-request.json");

        JsonNode sent = json.valueToTree(List.of(json.treeToValue(example.get(0), ReleasedPart.class)));

        assertThat(shape(sent)).isEqualTo(shape(example));
    }

    @Test
    void asksForSeatsAndReadsThemAsTheContractSays() {
        JsonNode wish = example("http/seats-request.json");
        JsonNode seats = example("http/seats.json");

        assertThat(shape(json.valueToTree(json.treeToValue(wish, SeatsRequest.class))))
                .isEqualTo(shape(wish));
        assertThat(shape(json.valueToTree(json.treeToValue(seats, SeatAssignments.class))))
                .isEqualTo(shape(seats));
        assertThat(json.valueToTree(new SeatsRequest.Wish("1", null, true)).has("seat"))
                .isFalse();
    }

    @Test
    void publishesCheckInAndSeatsAsTheContractSays() {
        RabbitTemplate rabbit = new RabbitTemplate(first().bean(ConnectionFactory.class));
        String queue = "contracts-test-" + UUID.randomUUID();
        RabbitAdmin admin = new RabbitAdmin(rabbit);
        admin.declareQueue(new Queue(queue, true, false, false));
        for (String type :
                List.of("booking.confirmed", "booking.check-in-open", "booking.checked-in", "booking.seat-changed")) {
            bind(admin, queue, type);
        }
        String flight = FLIGHTS.holds().flight(5, 10_000, CLOCK.instant().plus(Duration.ofHours(5)));
        String reference = customer().book(flight).reference();
        customer().pay(reference);
        first().bean(TellCheckIn.class).tellDue();
        customer().checkIn(reference, flight);
        first().bean(TransactionTemplate.class)
                .executeWithoutResult(status -> first().bean(FollowSeats.class)
                        .follow(flight, List.of(new SeatNews(idOf(reference), "1", "9F", null))));

        for (String type :
                List.of("booking.confirmed", "booking.check-in-open", "booking.checked-in", "booking.seat-changed")) {
            JsonNode told = receive(rabbit, queue, idOf(reference));
            assertThat(told.path("type").asString()).isEqualTo(type);
            assertThat(shape(told)).isEqualTo(shape(example("events/" + type + ".json")));
        }
        admin.deleteQueue(queue);
    }

    @ParameterizedTest
    @CsvSource({"DELAYED,booking.flight-delayed", "CANCELLED,booking.flight-cancelled"})
    void publishesDisruptionsAsTheContractSays(String status, String type) {
        RabbitTemplate rabbit = new RabbitTemplate(first().bean(ConnectionFactory.class));
        String queue = "contracts-test-" + UUID.randomUUID();
        RabbitAdmin admin = new RabbitAdmin(rabbit);
        admin.declareQueue(new Queue(queue, true, false, false));
        OffsetDateTime departure = OffsetDateTime.parse("2031-05-06T14:15:00Z");
        String flight = FLIGHTS.holds().flight(5, 10_000, departure.toInstant());
        String back =
                FLIGHTS.holds().flightBack(5, 10_000, departure.plusHours(5).toInstant());
        String reference =
                customer().book("d", Requests.booking(1, flight, back)).reference();
        bind(admin, queue, "booking.confirmed");
        bind(admin, queue, type);
        customer().pay(reference);
        receive(rabbit, queue, idOf(reference));
        first().bean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> first().bean(FollowFlights.class)
                        .follow(new FlightNews(
                                flight,
                                1,
                                status,
                                departure.plusHours(2),
                                departure.plusHours(5),
                                departure,
                                departure.plusHours(3),
                                "Fog")));
        first().bean(TellDisruptions.class).tellDue();

        JsonNode told = receive(rabbit, queue, idOf(reference));
        assertThat(told.path("type").asString()).isEqualTo(type);
        assertThat(shape(told)).isEqualTo(shape(example("events/" + type + ".json")));
        admin.deleteQueue(queue);
    }

    @Test
    void theStandInKeepsToTheContract() {
        String flight = FLIGHTS.holds().flight(5, 10_000);
        String id = UUID.randomUUID().toString();
        var request = (ObjectNode) example("http/hold-request.json");
        request.remove("expectedTotal");
        ((ObjectNode) request.at("/segments/0")).put("flightId", flight);

        JsonNode answer = json.readTree(FLIGHTS.holds().hold(id, request).body());

        assertThat(shape(answer)).isEqualTo(shape(example("http/hold.json")));
        FLIGHTS.holds().release(id);
    }

    @Test
    void publishesConfirmedExpiredAndCancelledAsTheContractSays() {
        RabbitTemplate rabbit = new RabbitTemplate(first().bean(ConnectionFactory.class));
        String queue = "contracts-test-" + UUID.randomUUID();
        RabbitAdmin admin = new RabbitAdmin(rabbit);
        admin.declareQueue(new Queue(queue, true, false, false));
        String flight = FLIGHTS.holds().flight(5, 10_000);
        String confirmed = customer()
                .book("c", Requests.bookingWith("\"contactEmail\":\"trip@example.com\"", flight))
                .reference();
        bind(admin, queue, "booking.confirmed");
        customer().pay(confirmed);

        JsonNode told = receive(rabbit, queue, idOf(confirmed));
        assertThat(shape(told)).isEqualTo(shape(example("events/booking.confirmed.json")));
        assertThat(told.at("/data/recipient/email").asString()).isEqualTo("trip@example.com");
        assertThat(told.at("/data/reference").asString()).isEqualTo(confirmed);

        String expired = customer().book("e", Requests.booking(1, flight)).reference();
        bind(admin, queue, "booking.expired");
        moveToDeadlineOf(expired, Duration.ZERO);
        expire();

        JsonNode over = receive(rabbit, queue, idOf(expired));
        assertThat(shape(over)).isEqualTo(shape(example("events/booking.expired.json")));
        assertThat(over.at("/data/recipient/email").asString()).isEqualTo(user + "@example.com");

        String cancelled = customer().book("p", Requests.booking(2, flight)).reference();
        customer().pay(cancelled);
        bind(admin, queue, "booking.cancelled");
        customer().cancel(cancelled, List.of(2), List.of());

        JsonNode less = receive(rabbit, queue, idOf(cancelled));
        while (!less.path("type").asString().equals("booking.cancelled")) {
            less = receive(rabbit, queue, idOf(cancelled));
        }
        assertThat(shape(less)).isEqualTo(shape(example("events/booking.cancelled.json")));
        assertThat(less.at("/data/segments/0/passengerIds/0").asString()).isEqualTo("1");
        assertThat(less.at("/data/cancelledSegments/0/passengerIds/0").asString())
                .isEqualTo("2");
        admin.deleteQueue(queue);
    }

    private static void bind(RabbitAdmin admin, String queue, String type) {
        admin.declareBinding(new Binding(queue, Binding.DestinationType.QUEUE, "windrose.events", type, null));
    }

    /** Other tests' events may come first. */
    private JsonNode receive(RabbitTemplate rabbit, String queue, String subject) {
        while (true) {
            Message message = rabbit.receive(queue, 15_000);
            assertThat(message).as("an event of " + subject).isNotNull();
            JsonNode event = json.readTree(Objects.requireNonNull(message).getBody());
            if (event.path("subject").asString().equals(subject)) {
                assertThat(message.getMessageProperties().getMessageId())
                        .isEqualTo(event.path("id").asString());
                return event;
            }
        }
    }

    /** The paths of all members, whatever their values. */
    private static Set<String> shape(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        paths.add(path);
        node.properties().forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), paths));
        if (node.isArray()) {
            node.forEach(element -> collect(path + "/*", element, paths));
        }
    }

    private JsonNode example(String name) {
        try (InputStream in = ContractsTest.class.getResourceAsStream("/contracts/" + name)) {
            return json.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
