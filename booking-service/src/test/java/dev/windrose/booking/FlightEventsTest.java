package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.booking.booking.FollowFlights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What flight-service tells of flights shows in the bookings on them. */
class FlightEventsTest extends BookingServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEPARTURE = "/segments/0/departureTime";

    private final String flight = FLIGHTS.holds().flight(5, 10_000);

    @Test
    void aDelayShowsInEveryBookingOnTheFlight() {
        String one = customer().book(flight).reference();
        String two = customer().book(flight).reference();
        Instant before = instant(one, DEPARTURE);

        tell("flight.delayed", 1, "DELAYED", before.plus(Duration.ofHours(4)));

        for (String reference : new String[] {one, two}) {
            await().atMost(SOON).until(() -> instant(reference, DEPARTURE).equals(before.plus(Duration.ofHours(4))));
            assertThat(customer().booking(reference).at("/segments/0/status")).isEqualTo("DELAYED");
        }
        assertThat(jdbc.sql("select first_departure_at = departure_at and last_arrival_at = arrival_at from booking b"
                                + " join booking_segment s on s.booking_id = b.id where b.reference = ?")
                        .param(one)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void lateAndRepeatedNewsChangeNothing() {
        String reference = customer().book(flight).reference();
        Instant before = instant(reference, DEPARTURE);

        tell("flight.cancelled", 3, "CANCELLED", before.plus(Duration.ofHours(2)));
        await().atMost(SOON).until(() -> status(reference).equals("CANCELLED"));
        tell("flight.delayed", 2, "DELAYED", before.plus(Duration.ofHours(1)));
        tell("flight.cancelled", 3, "CANCELLED", before.plus(Duration.ofHours(2)));
        String marker = FLIGHTS.holds().flight(5, 10_000);
        String last = customer().book(marker).reference();
        tell("flight.departed", marker, 1, "DEPARTED", instant(last, DEPARTURE));
        await().atMost(SOON).until(() -> status(last).equals("DEPARTED"));

        assertThat(status(reference)).isEqualTo("CANCELLED");
        assertThat(instant(reference, DEPARTURE)).isEqualTo(before.plus(Duration.ofHours(2)));
    }

    @Test
    void aBookingMadeWhileTheNewsCameIsCorrectedLater() {
        tell("flight.delayed", 1, "DELAYED", Instant.parse("2031-05-05T10:00:00Z"));
        await().atMost(SOON).until(() -> count("select count(*) from flight_state where flight_id = ?", flight) == 1);
        String reference = customer().book(flight).reference();
        assertThat(status(reference)).isEqualTo("SCHEDULED");

        first().bean(FollowFlights.class).applyAgain();

        assertThat(status(reference)).isEqualTo("DELAYED");
        assertThat(instant(reference, DEPARTURE)).isEqualTo("2031-05-05T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flight.delayed",
                "flight.cancelled",
                "flight.departed",
                "flight.arrived",
                "flight.airplane-changed"
            })
    void understandsTheContract(String type) {
        ObjectNode event = example(type);
        ObjectNode data = (ObjectNode) event.path("data");
        data.put("flightId", flight);
        String reference = customer().book(flight).reference();

        send(type, event.put("id", UUID.randomUUID().toString()));

        await().atMost(SOON)
                .until(() -> instant(reference, DEPARTURE)
                        .equals(OffsetDateTime.parse(data.path("departureTime").asString())
                                .toInstant()));
        assertThat(status(reference)).isEqualTo(data.path("status").asString());
    }

    private String status(String reference) {
        return customer().booking(reference).at("/segments/0/status");
    }

    private Instant instant(String reference, String path) {
        return OffsetDateTime.parse(customer().booking(reference).at(path)).toInstant();
    }

    private void tell(String type, long version, String status, Instant departure) {
        tell(type, flight, version, status, departure);
    }

    private void tell(String type, String flightId, long version, String status, Instant departure) {
        ObjectNode event = example(type);
        event.put("id", UUID.randomUUID().toString());
        ((ObjectNode) event.path("data"))
                .put("flightId", flightId)
                .put("version", version)
                .put("status", status)
                .put("departureTime", departure.toString())
                .put("arrivalTime", departure.plus(Duration.ofHours(2)).toString());
        send(type, event);
    }

    private static void send(String type, JsonNode event) {
        new RabbitTemplate(first().bean(ConnectionFactory.class))
                .send(
                        "windrose.events",
                        type,
                        MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8))
                                .setContentType("application/cloudevents+json")
                                .build());
    }

    private static ObjectNode example(String type) {
        try (var in = FlightEventsTest.class.getResourceAsStream("/contracts/events/" + type + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
