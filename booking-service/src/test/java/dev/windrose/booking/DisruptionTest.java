package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.Api.Answer;
import dev.windrose.booking.booking.FlightNews;
import dev.windrose.booking.booking.FollowFlights;
import dev.windrose.booking.booking.TellDisruptions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A flight's delay or cancellation: who is told of it, how often, and of what. */
class DisruptionTest extends BookingServiceTest {
    private static final String DELAYED = "booking.flight-delayed";
    private static final String CANCELLED = "booking.flight-cancelled";
    private static final OffsetDateTime DEPARTURE = OffsetDateTime.parse("2031-05-06T14:15:00Z");

    private final String flight = FLIGHTS.holds().flight(200, 10_000, DEPARTURE.toInstant());

    @Test
    void everyBookingOnTheFlightIsToldOnceHoweverManyReplicasTell() {
        List<String> references =
                IntStream.range(0, 60).mapToObj(i -> confirmed(1, flight)).toList();
        String elsewhere = confirmed(1, FLIGHTS.holds().flight(5, 10_000, DEPARTURE.toInstant()));
        List<Supplier<Boolean>> work = new ArrayList<>();
        for (Replica replica : List.of(first(), second())) {
            // The same news twice, and tellers that begin before it is taken in.
            work.add(() -> follow(replica, flight, 1, "DELAYED", Duration.ofHours(2), "Fog"));
            for (int i = 0; i < 3; i++) {
                work.add(() -> tell(replica));
            }
        }
        assertThat(Together.run(work)).containsOnly(true);
        tellDue();

        for (String reference : references) {
            assertThat(told(reference, DELAYED)).as(reference).isOne();
        }
        assertThat(told(elsewhere, DELAYED)).isZero();
        assertThat(noticesOf(flight)).isZero();

        follow(first(), flight, 2, "CANCELLED", Duration.ofHours(2), "Storm");
        tellDue();
        for (String reference : references) {
            assertThat(told(reference, CANCELLED)).as(reference).isOne();
            assertThat(told(reference, DELAYED)).as(reference).isOne();
        }
    }

    @Test
    void theEventHasTheOldTimesAndTheNewOnesAndTheReason() {
        String reference = confirmed(2, flight);
        follow(first(), flight, 1, "DELAYED", Duration.ofHours(2), "Fog");
        tellDue();
        follow(first(), flight, 2, "DELAYED", Duration.ofHours(4), "More fog");
        tellDue();

        JsonNode first = events(reference, DELAYED).get(0).path("data");
        assertThat(first.at("/segments/0/departureTime").asString()).isEqualTo("2031-05-06T09:15:00-07:00");
        assertThat(first.at("/segments/0/arrivalTime").asString()).isEqualTo("2031-05-06T11:15:00-08:00");
        assertThat(first.path("previousDepartureTime").asString()).isEqualTo("2031-05-06T07:15:00-07:00");
        assertThat(first.path("previousArrivalTime").asString()).isEqualTo("2031-05-06T09:15:00-08:00");
        assertThat(first.path("reason").asString()).isEqualTo("Fog");
        assertThat(first.path("fullRefund").asBoolean()).isFalse();
        assertThat(first.path("passengers")).hasSize(2);
        JsonNode second = events(reference, DELAYED).get(1).path("data");
        assertThat(second.path("previousDepartureTime").asString()).isEqualTo("2031-05-06T09:15:00-07:00");
        assertThat(second.path("scheduledDepartureTime").asString()).isEqualTo("2031-05-06T07:15:00-07:00");
        assertThat(second.path("reason").asString()).isEqualTo("More fog");
        assertThat(second.path("fullRefund").asBoolean()).isTrue();

        JsonNode segment = customer().booking(reference).json().at("/segments/0");
        assertThat(segment.path("departureTime").asString()).isEqualTo("2031-05-06T11:15:00-07:00");
        assertThat(segment.path("scheduledDepartureTime").asString()).isEqualTo("2031-05-06T07:15:00-07:00");
        assertThat(segment.path("scheduledArrivalTime").asString()).isEqualTo("2031-05-06T09:15:00-08:00");
        Answer cancelled = customer().cancel(reference);
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo("200.00");
    }

    @Test
    void newsThatComesBeforeTheEarlierIsToldIsToldWithIt() {
        String reference = confirmed(1, flight);

        follow(first(), flight, 1, "DELAYED", Duration.ofHours(1), "Fog");
        follow(first(), flight, 2, "DELAYED", Duration.ofHours(3), "More fog");
        tellDue();

        assertThat(told(reference, DELAYED)).isOne();
        JsonNode data = events(reference, DELAYED).get(0).path("data");
        assertThat(data.path("previousDepartureTime").asString()).isEqualTo("2031-05-06T07:15:00-07:00");
        assertThat(data.at("/segments/0/departureTime").asString()).isEqualTo("2031-05-06T10:15:00-07:00");

        follow(first(), flight, 3, "DELAYED", Duration.ofHours(5), "Fog");
        follow(first(), flight, 4, "DELAYED", Duration.ofHours(3), "No fog");
        tellDue();
        assertThat(told(reference, DELAYED)).as("as it was told before").isOne();
        assertThat(noticesOf(flight)).isZero();
    }

    @Test
    void repeatedAndLateNewsAndThatOfADepartureTellNobody() {
        String reference = confirmed(1, flight);
        follow(first(), flight, 5, "DELAYED", Duration.ofHours(2), "Fog");
        tellDue();

        follow(first(), flight, 5, "DELAYED", Duration.ofHours(2), "Fog");
        follow(first(), flight, 4, "DELAYED", Duration.ofHours(1), "Fog");
        follow(first(), flight, 3, "CANCELLED", Duration.ofHours(1), "Fog");
        follow(first(), flight, 6, "DEPARTED", Duration.ofHours(3), null);
        first().bean(FollowFlights.class).applyAgain();
        tellDue();

        assertThat(told(reference, DELAYED)).isOne();
        assertThat(told(reference, CANCELLED)).isZero();
    }

    @Test
    void onlyWhoIsBookedAndOnItIsTold() {
        String back =
                FLIGHTS.holds().flightBack(20, 10_000, DEPARTURE.plusDays(7).toInstant());
        String unpaid = customer().book(flight).reference();
        String cancelled = confirmed(1, flight);
        customer().cancel(cancelled);
        String notOnIt = confirmed(1, flight, back);
        customer().cancel(notOnIt, List.of(), List.of(flight));
        String half = confirmed(2, flight);
        customer().cancel(half, List.of(1), List.of());
        String tooLate = confirmed(1, flight);

        follow(first(), flight, 1, "CANCELLED", Duration.ZERO, "Storm");
        customer().cancel(tooLate);
        tellDue();

        for (String reference : List.of(unpaid, cancelled, notOnIt, tooLate)) {
            assertThat(told(reference, CANCELLED)).as(reference).isZero();
        }
        JsonNode data = events(half, CANCELLED).get(0).path("data");
        assertThat(data.path("passengers")).hasSize(1);
        assertThat(data.at("/passengers/0/id").asString()).isEqualTo("2");
        assertThat(data.path("fullRefund").asBoolean()).isTrue();
        assertThat(data.path("missedConnections")).isEmpty();
    }

    @Test
    void whoseBookingWasMadeWhileTheNewsCameIsToldWhenItIsApplied() {
        follow(first(), flight, 1, "DELAYED", Duration.ofHours(2), "Fog");
        String reference = confirmed(1, flight);

        first().bean(FollowFlights.class).applyAgain();
        second().bean(FollowFlights.class).applyAgain();
        tellDue();

        assertThat(told(reference, DELAYED)).isOne();
        assertThat(events(reference, DELAYED).get(0).at("/data/reason").asString())
                .isEqualTo("Fog");
    }

    @Test
    void aBookingBeingPaidForIsToldOnceItIsPaid() {
        String reference = confirmed(1, flight);
        setState(reference, "PAYING");
        follow(first(), flight, 1, "CANCELLED", Duration.ZERO, "Storm");
        tellDue();
        assertThat(told(reference, CANCELLED)).isZero();

        setState(reference, "CONFIRMED");
        tellDue();
        assertThat(told(reference, CANCELLED)).as("kept for a while").isZero();
        pass(Duration.ofSeconds(31));
        tellDue();
        assertThat(told(reference, CANCELLED)).isOne();
    }

    @Test
    void connectionsThatAreMissedAreSaid() {
        String back =
                FLIGHTS.holds().flightBack(20, 10_000, DEPARTURE.plusHours(6).toInstant());
        String reference = confirmed(2, flight, back);
        assertThat(missed(reference)).isEmpty();

        follow(first(), flight, 1, "DELAYED", Duration.ofHours(2), "Fog");
        tellDue();
        assertThat(missed(reference)).as("an hour is left").isEmpty();
        assertThat(events(reference, DELAYED).get(0).at("/data/missedConnections"))
                .isEmpty();

        follow(first(), flight, 2, "DELAYED", Duration.ofHours(2).plusMinutes(1), "Fog");
        tellDue();
        assertThat(missed(reference)).containsExactly(back);
        JsonNode missed = events(reference, DELAYED).get(1).at("/data/missedConnections");
        assertThat(missed).hasSize(1);
        assertThat(missed.at("/0/flightId").asString()).isEqualTo(back);
        assertThat(missed.at("/0/departureTime").asString()).isEqualTo("2031-05-06T12:15:00-08:00");

        follow(first(), back, 1, "DELAYED", Duration.ofHours(6 + 2), "Fog as well");
        assertThat(missed(reference)).as("it waits").isEmpty();
        follow(first(), flight, 3, "CANCELLED", Duration.ofHours(2), "Storm");
        assertThat(missed(reference)).containsExactly(back);
        customer().cancel(reference, List.of(), List.of(back));
        assertThat(missed(reference)).isEmpty();
    }

    @Test
    void aStayIsNoConnection() {
        String back =
                FLIGHTS.holds().flightBack(20, 10_000, DEPARTURE.plusDays(3).toInstant());
        String reference = confirmed(1, flight, back);

        follow(first(), flight, 1, "CANCELLED", Duration.ZERO, "Storm");
        tellDue();

        assertThat(missed(reference)).isEmpty();
        assertThat(events(reference, CANCELLED).get(0).at("/data/missedConnections"))
                .isEmpty();
    }

    /** On both replicas at once. */
    private static void tellDue() {
        assertThat(Together.run(List.<Supplier<Boolean>>of(() -> tell(first()), () -> tell(second()))))
                .containsOnly(true);
    }

    private static boolean tell(Replica replica) {
        replica.bean(TellDisruptions.class).tellDue();
        return true;
    }

    private static boolean follow(
            Replica replica, String flightId, long version, String status, Duration delay, @Nullable String reason) {
        OffsetDateTime scheduled = DEPARTURE;
        OffsetDateTime departure = scheduled.plus(delay);
        replica.bean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> replica.bean(FollowFlights.class)
                        .follow(new FlightNews(
                                flightId,
                                version,
                                status,
                                departure,
                                departure.plusHours(3),
                                scheduled,
                                scheduled.plusHours(3),
                                reason)));
        return true;
    }

    private String confirmed(int passengers, String... flights) {
        Answer booked = customer().book(UUID.randomUUID().toString(), Requests.booking(passengers, flights));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(customer().pay(booked.reference()).status()).isEqualTo(201);
        return booked.reference();
    }

    private List<String> missed(String reference) {
        return customer()
                .booking(reference)
                .json()
                .at("/segments/0/missedConnections")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private long told(String reference, String type) {
        return count("select count(*) from audit_outbox where aggregate_id = ? and type = ?", idOf(reference), type);
    }

    private List<JsonNode> events(String reference, String type) {
        return jdbc
                .sql("select payload from outbox_event where aggregate_id = ? and type = ? order by seq")
                .params(idOf(reference), type)
                .query(String.class)
                .list()
                .stream()
                .map(first().bean(JsonMapper.class)::readTree)
                .toList();
    }

    private long noticesOf(String flightId) {
        return count("select count(*) from disruption_notice where flight_id = ?", flightId);
    }

    private void setState(String reference, String state) {
        jdbc.sql("update booking set state = ? where reference = ?")
                .params(state, reference)
                .update();
    }
}
