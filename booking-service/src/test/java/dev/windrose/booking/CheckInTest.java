package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.Api.Answer;
import dev.windrose.booking.FlightStandIn.Fault;
import dev.windrose.booking.FlightStandIn.Operation;
import dev.windrose.booking.booking.TellCheckIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Check-in: when, who, with which seat and number, and who is told. */
class CheckInTest extends BookingServiceTest {
    private static final Instant DEPARTURE = Instant.parse("2031-05-06T14:15:00Z");
    private static final Duration OPENS = Duration.ofHours(24);
    private static final Duration CLOSES = Duration.ofMinutes(45);

    private final String flight = FLIGHTS.holds().flight(60, 10_000, DEPARTURE);

    @Test
    void theWindowIsOpenFromADayToThreeQuartersOfAnHourBefore() {
        String reference = confirmed(1);
        CLOCK.putTo(DEPARTURE.minus(OPENS).minusSeconds(60));

        Answer early = customer().checkIn(reference, flight);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("check_in_not_open");
        assertThat(early.at("/opensAt")).isEqualTo("2031-05-05T07:15:00-07:00");
        assertThat(early.at("/closesAt")).isEqualTo("2031-05-06T06:30:00-07:00");
        assertThat(possible(reference)).contains("SELECT_SEAT").doesNotContain("CHECK_IN");

        CLOCK.putTo(DEPARTURE.minus(CLOSES));
        Answer late = customer().checkIn(reference, flight);
        assertThat(late.code()).isEqualTo("check_in_closed");
        assertThat(late.at("/closesAt")).isEqualTo("2031-05-06T06:30:00-07:00");
        assertThat(customer().seat(reference, flight, "1:12A").code()).isEqualTo("check_in_closed");
        assertThat(possible(reference)).doesNotContain("SELECT_SEAT", "CHECK_IN");

        CLOCK.putTo(DEPARTURE.minus(OPENS));
        assertThat(possible(reference)).contains("CHECK_IN");
        assertThat(customer().checkIn(reference, flight).status()).isEqualTo(200);
    }

    @Test
    void aBookingSaysFromWhenToWhenAndWhyNot() {
        String reference = customer().book(flight).reference();
        assertThat(time(reference, "CHECK_IN").path("reason").asString()).isEqualTo("not_confirmed");
        assertThat(time(reference, "PAY").path("notAfter").asString()).isNotEmpty();
        customer().pay(reference);

        JsonNode time = time(reference, "CHECK_IN");

        assertThat(time.path("flightId").asString()).isEqualTo(flight);
        assertThat(time.path("notBefore").asString()).isEqualTo("2031-05-05T07:15:00-07:00");
        assertThat(time.path("notAfter").asString()).isEqualTo("2031-05-06T06:30:00-07:00");
        assertThat(time.path("reason").asString()).isEqualTo("check_in_not_open");
        CLOCK.putTo(DEPARTURE.minus(OPENS));
        assertThat(time(reference, "CHECK_IN").path("reason").isNull()).isTrue();
        customer().checkIn(reference, flight);
        assertThat(time(reference, "CHECK_IN").path("reason").asString()).isEqualTo("already_checked_in");
        assertThat(time(reference, "SELECT_SEAT").path("reason").asString()).isEqualTo("already_checked_in");
        CLOCK.putTo(DEPARTURE);
        assertThat(time(reference, "CHECK_IN").path("reason").asString()).isEqualTo("flight_closed");
    }

    @Test
    void onlyWhatIsPaidAndBookedCanBeCheckedIn() {
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(5)));
        String unpaid = customer().book(flight).reference();
        assertThat(customer().checkIn(unpaid, flight).code()).isEqualTo("not_confirmed");
        customer().cancel(unpaid);
        assertThat(customer().checkIn(unpaid, flight).code()).isEqualTo("already_cancelled");

        String reference = confirmed(2);
        assertThat(customer().checkIn(reference, "4040404").code()).isEqualTo("flight_not_found");
        assertThat(customer().checkIn(reference, flight, 1, 7).at("/errors/0/field"))
                .isEqualTo("passengerIds[1]");
        assertThat(customer()
                        .post("/api/v1/bookings/" + reference + "/check-in", null, "{}")
                        .status())
                .isEqualTo(400);
        assertThat(first().as("somebody-else").checkIn(reference, flight).code())
                .isEqualTo("booking_not_found");
        customer().cancel(reference, List.of(2), List.of());
        assertThat(customer().checkIn(reference, flight, 2).code()).isEqualTo("already_cancelled");
        Answer rest = customer().checkIn(reference, flight);
        assertThat(rest.json().at("/passengers/0/flights/0/checkedIn").asBoolean())
                .isTrue();
        assertThat(rest.json().at("/passengers/1/flights/0/checkedIn").asBoolean())
                .isFalse();
    }

    @Test
    void whoHasNoSeatGetsOneAndAgainIsTheSame() {
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(5)));
        String reference = confirmed(3);
        customer().seat(reference, flight, "2:20C");

        Answer one = customer().checkIn(reference, flight, 2);

        assertThat(one.status()).as(one.toString()).isEqualTo(200);
        assertThat(one.at("/passengers/1/flights/0/seat")).isEqualTo("20C");
        assertThat(one.json().at("/passengers/0/flights/0/checkedIn").asBoolean())
                .isFalse();
        Answer all = customer().checkIn(reference, flight);
        assertThat(all.at("/passengers/0/flights/0/seat")).isNotEmpty();
        assertThat(customer().checkIn(reference, flight).text()).isEqualTo(all.text());
        assertThat(sequences(customer().boardingPasses(reference))).containsExactly(2, 1, 3);
        assertThat(customer().seat(reference, flight, "1:21A").code()).isEqualTo("already_checked_in");
        assertThat(told(reference, "booking.checked-in")).isEqualTo(2);
        CLOCK.putTo(DEPARTURE.minus(CLOSES));
        assertThat(customer().checkIn(reference, flight).status())
                .as("who is checked in may ask again")
                .isEqualTo(200);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(5)));
        String reference = confirmed(1);
        String path = "/api/v1/bookings/" + reference + "/check-in";
        String body = "{\"flightId\":\"" + flight + "\"}";
        FLIGHTS.fail(Operation.SEATS, Fault.UNAVAILABLE, 2);
        assertThat(customer().post(path, "key", body).status()).isEqualTo(503);

        Answer first = customer().post(path, "key", body);
        Answer again = second().as(user).post(path, "key", body);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(customer().post(path, "key", "{\"flightId\":\"1\"}").code()).isEqualTo("idempotency_conflict");
    }

    @Test
    void everybodyOnAFlightHasANumberOfHisOwn() {
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(5)));
        List<String> references =
                IntStream.range(0, 12).mapToObj(i -> confirmed(2)).toList();
        List<Supplier<Answer>> work = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String reference = references.get(i);
            Api api = i % 2 == 0 ? customer() : second().as(user);
            work.add(() -> api.checkIn(reference, flight, 1));
            work.add(() -> api.checkIn(reference, flight, 2));
        }

        assertThat(Together.run(work)).extracting(Answer::status).containsOnly(200);

        List<Integer> sequences = references.stream()
                .flatMap(reference -> sequences(customer().boardingPasses(reference)).stream())
                .sorted()
                .toList();
        assertThat(sequences)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
        Set<String> seats = new TreeSet<>();
        references.forEach(reference -> customer()
                .boardingPasses(reference)
                .json()
                .path("items")
                .forEach(pass -> seats.add(pass.path("seat").asString())));
        assertThat(seats).hasSize(24);
    }

    @Test
    void whenCheckInOpensEachBookingIsToldOnceForEachFlight() {
        String onward = FLIGHTS.holds().flight(60, 10_000, DEPARTURE.plus(Duration.ofHours(30)));
        String reference = customer()
                .book(UUID.randomUUID().toString(), Requests.booking(2, flight, onward))
                .reference();
        customer().pay(reference);
        String unpaid = customer().book(flight).reference();
        CLOCK.putTo(DEPARTURE.minus(OPENS).minusSeconds(60));
        tellDue();
        assertThat(told(reference, "booking.check-in-open")).isZero();

        CLOCK.putTo(DEPARTURE.minus(OPENS));
        tellDue();
        tellDue();

        assertThat(told(reference, "booking.check-in-open")).isOne();
        assertThat(told(unpaid, "booking.check-in-open")).isZero();
        CLOCK.putTo(DEPARTURE.plus(Duration.ofHours(20)));
        tellDue();
        assertThat(told(reference, "booking.check-in-open")).isEqualTo(2);
    }

    @Test
    void whoHasCheckedInOrCancelledIsNotInvited() {
        String cancelled = confirmed(1);
        CLOCK.putTo(DEPARTURE.minus(Duration.ofHours(5)));
        String checkedIn = confirmed(1);
        customer().checkIn(checkedIn, flight);
        customer().cancel(cancelled);

        tellDue();

        assertThat(told(cancelled, "booking.check-in-open")).isZero();
        assertThat(told(checkedIn, "booking.check-in-open")).isZero();
    }

    /** On both replicas at once, and from several threads of each. */
    private static void tellDue() {
        List<Supplier<Boolean>> work = IntStream.range(0, 6)
                .mapToObj(i -> (Supplier<Boolean>) () -> {
                    (i % 2 == 0 ? first() : second()).bean(TellCheckIn.class).tellDue();
                    return true;
                })
                .toList();
        assertThat(Together.run(work)).containsOnly(true);
    }

    private String confirmed(int passengers) {
        Answer booked = customer().book(UUID.randomUUID().toString(), Requests.booking(passengers, flight));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(customer().pay(booked.reference()).status()).isEqualTo(201);
        return booked.reference();
    }

    private long told(String reference, String type) {
        return count("select count(*) from audit_outbox where aggregate_id = ? and type = ?", idOf(reference), type);
    }

    private List<String> possible(String reference) {
        return customer()
                .booking(reference)
                .json()
                .path("actions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode time(String reference, String action) {
        return customer()
                .booking(reference)
                .json()
                .path("actionTimes")
                .valueStream()
                .filter(time -> time.path("action").asString().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> sequences(Answer passes) {
        return passes.json()
                .path("items")
                .valueStream()
                .map(pass -> pass.path("sequence").asInt())
                .toList();
    }
}
