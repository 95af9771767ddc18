package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.Api.Answer;
import dev.windrose.booking.FlightStandIn.Fault;
import dev.windrose.booking.FlightStandIn.Operation;
import dev.windrose.booking.booking.FollowSeats;
import dev.windrose.booking.booking.SeatNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Seats that passengers choose, and that the airline changes. */
class SeatsTest extends BookingServiceTest {
    private final String flight = FLIGHTS.holds().flight(60, 10_000);

    @Test
    void seatsAreChosenBeforeAndAfterPayingAndShow() {
        String reference = booked(2);
        assertThat(customer().booking(reference).at("/passengers/0/flights/0/seat"))
                .isEmpty();

        Answer chosen = customer().seat(reference, flight, "1:12A", "2:12B");

        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(chosen.header("Cache-Control")).contains("no-store");
        assertThat(seats(chosen)).containsExactly("12A", "12B");
        customer().pay(reference);
        assertThat(seats(customer().seat(reference, flight, "1:12B", "2:12A"))).containsExactly("12B", "12A");
        assertThat(seats(customer().booking(reference))).containsExactly("12B", "12A");
        assertThat(customer().booking(reference).json().path("actions").toString())
                .contains("SELECT_SEAT");
    }

    @Test
    void ofTwoWhoWantOneSeatOneGetsItEachTime() {
        String one = booked(1);
        String two = booked(1);
        for (int i = 0; i < 100; i++) {
            String seat = (2 + i / 6) + "ABCDEF".substring(i % 6, i % 6 + 1);
            List<Supplier<Answer>> both = List.of(
                    () -> customer().seat(one, flight, "1:" + seat),
                    () -> second().as(user).seat(two, flight, "1:" + seat));
            List<Answer> answers = Together.run(both);

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .extracting(Answer::code)
                    .containsOnly("seat_taken");
            String winner = answers.get(0).status() == 200 ? one : two;
            assertThat(customer().booking(winner).at("/passengers/0/flights/0/seat"))
                    .isEqualTo(seat);
            assertThat(FLIGHTS.seats().ownerOf(flight, seat)).isEqualTo(idOf(winner));
        }
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        String reference = booked(2);
        assertThat(customer().seat(reference, flight, "1:99Z").at("/errors/0/field"))
                .isEqualTo("assignments[0].seat");
        Answer stranger = customer().seat(reference, flight, "1:12A", "3:12B");
        assertThat(stranger.status()).isEqualTo(400);
        assertThat(stranger.at("/errors/0/field")).isEqualTo("assignments[1].passengerId");
        assertThat(customer().seat(reference, "4040404", "1:12A").code()).isEqualTo("flight_not_found");
        assertThat(second().as("somebody-else").seat(reference, flight, "1:12A").code())
                .isEqualTo("booking_not_found");
        Answer faults = customer()
                .put(
                        "/api/v1/bookings/" + reference + "/seats",
                        "{\"assignments\":[{\"seat\":\"\"},null,{\"passengerId\":\"1\"}]}");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.json().path("errors"))
                .extracting(fault -> fault.path("field").asString())
                .containsExactlyInAnyOrder(
                        "flightId",
                        "assignments[0].passengerId",
                        "assignments[0].seat",
                        "assignments[1].passengerId",
                        "assignments[1].seat",
                        "assignments[2].seat");
        assertThat(customer()
                        .put("/api/v1/bookings/" + reference + "/seats", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(seats(customer().booking(reference))).containsExactly("", "");
    }

    @Test
    void aChildIsNotSeatedAtAnExit() {
        String reference = customer()
                .book(UUID.randomUUID().toString(), """
                        {"segments":[{"flightId":"%s","cabin":"ECONOMY"}],"passengers":[
                        {"firstName":"Ada","lastName":"Lovelace"},{"firstName":"Byron","lastName":"Lovelace","type":"CHILD"}]}""".formatted(flight))
                .reference();

        Answer refused = customer().seat(reference, flight, "1:1A", "2:1B");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/code")).isEqualTo("exit_row");
        assertThat(refused.at("/errors/0/field")).isEqualTo("assignments[1].seat");
    }

    @Test
    void whatIsOverOrCancelledHasNoSeats() {
        String part = booked(2);
        customer().pay(part);
        customer().seat(part, flight, "1:12A", "2:12B");
        customer().cancel(part, List.of(2), List.of());
        assertThat(seats(customer().booking(part))).containsExactly("12A", "");
        assertThat(customer().seat(part, flight, "2:12C").code()).isEqualTo("already_cancelled");
        assertThat(seats(customer().seat(part, flight, "1:12D"))).containsExactly("12D", "");

        String whole = booked(1);
        customer().seat(whole, flight, "1:14A");
        customer().cancel(whole);
        assertThat(seats(customer().booking(whole))).containsExactly("");
        assertThat(customer().seat(whole, flight, "1:14B").code()).isEqualTo("already_cancelled");

        String late = booked(1);
        customer().seat(late, flight, "1:15A");
        moveToDeadlineOf(late, Duration.ZERO);
        assertThat(customer().seat(late, flight, "1:15B").code()).isEqualTo("booking_expired");
        expire();
        assertThat(seats(customer().booking(late))).containsExactly("");
    }

    @Test
    void anOlderAnswerDoesNotUndoANewerOne() {
        String reference = booked(1);
        FLIGHTS.beforeNextAnswer(
                Operation.SEATS,
                () -> assertThat(second().as(user)
                                .seat(reference, flight, "1:13A")
                                .status())
                        .isEqualTo(200));

        assertThat(customer().seat(reference, flight, "1:12A").status()).isEqualTo(200);

        assertThat(seats(customer().booking(reference))).containsExactly("13A");
        assertThat(FLIGHTS.seats().ownerOf(flight, "13A")).isEqualTo(idOf(reference));
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        String reference = booked(1);
        FLIGHTS.fail(Operation.SEATS, Fault.DROPS_ANSWER, 1);
        assertThat(seats(customer().seat(reference, flight, "1:12A"))).containsExactly("12A");

        FLIGHTS.fail(Operation.SEATS, Fault.UNAVAILABLE, 2);
        assertThat(customer().seat(reference, flight, "1:12B").status()).isEqualTo(503);
        assertThat(seats(customer().booking(reference))).containsExactly("12A");
    }

    @Test
    void whomTheAirlineSeatsElsewhereSeesItAndIsTold() {
        String paid = booked(2);
        customer().pay(paid);
        customer().seat(paid, flight, "1:12A", "2:12B");
        String unpaid = booked(1);
        customer().seat(unpaid, flight, "1:12C");
        long version = FLIGHTS.seats().nextVersion();

        List<SeatNews> news = List.of(
                new SeatNews(idOf(paid), "2", "8B", version),
                new SeatNews(idOf(unpaid), "1", "8C", version),
                new SeatNews(UUID.randomUUID().toString(), "1", "8D", version));
        follow(news);
        follow(news);
        follow(List.of(new SeatNews(idOf(paid), "2", "7F", version - 1)));

        assertThat(seats(customer().booking(paid))).containsExactly("12A", "8B");
        assertThat(seats(customer().booking(unpaid))).containsExactly("8C");
        assertThat(told(paid)).isOne();
        assertThat(told(unpaid)).isZero();
    }

    private void follow(List<SeatNews> news) {
        first().bean(TransactionTemplate.class)
                .executeWithoutResult(status -> first().bean(FollowSeats.class).follow(flight, news));
    }

    private long told(String reference) {
        return count(
                "select count(*) from audit_outbox where aggregate_id = ? and type = 'booking.seat-changed'",
                idOf(reference));
    }

    private String booked(int passengers) {
        Answer booked = customer().book(UUID.randomUUID().toString(), Requests.booking(passengers, flight));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.reference();
    }

    /** The seats of all passengers on the only flight, empty for who has none. */
    private static List<String> seats(Answer booking) {
        List<String> seats = new ArrayList<>();
        booking.json()
                .path("passengers")
                .forEach(one -> seats.add(one.at("/flights/0/seat").asString("")));
        return seats;
    }
}
