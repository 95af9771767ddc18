package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.FlightStandIn.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, by us or by flight-service, and how. */
class RefusalsTest extends BookingServiceTest {
    @Test
    void flightServicesRefusalsPassThroughAndLeaveNothing() {
        String full = FLIGHTS.holds().flight(1, 10_000);
        String closed = FLIGHTS.holds().flight(1, 10_000);
        FLIGHTS.holds().cancelFlight(closed);

        Api.Answer seats = customer().book("a", Requests.booking(2, full));
        Api.Answer flight = customer().book("b", Requests.booking(1, "999999"));
        Api.Answer cancelled = customer().book("c", Requests.booking(1, closed));
        Api.Answer cabin = customer().book("d", Requests.booking(1, full).replace("ECONOMY", "FIRST"));
        Api.Answer price = customer()
                .book("e", Requests.bookingWith("\"expectedTotal\":{\"amount\":\"99.00\",\"currency\":\"USD\"}", full));

        assertThat(seats.status() + seats.code() + seats.at("/available")).isEqualTo("409insufficient_seats1");
        assertThat(flight.status() + flight.code()).isEqualTo("404flight_not_found");
        assertThat(cancelled.status() + cancelled.code()).isEqualTo("409flight_closed");
        assertThat(cabin.status() + cabin.code() + cabin.at("/errors/0/field"))
                .isEqualTo("400validation_failedsegments[0].cabin");
        assertThat(price.status() + price.code() + price.at("/currentTotal/amount"))
                .isEqualTo("409price_changed100.00");
        assertThat(price.header("Content-Type")).startsWith("application/problem+json");
        assertThat(FLIGHTS.holds().taken(full)).isZero();
        assertThat(customer().get("/api/v1/bookings").json().path("items")).isEmpty();
        assertThat(count("select count(*) from audit_booking where user_id = ? and state <> 'FAILED'", user))
                .isZero();
    }

    @Test
    void theExpectedPriceBooks() {
        String flight = FLIGHTS.holds().flight(1, 10_000);

        Api.Answer booked = customer()
                .book(
                        "e",
                        Requests.bookingWith("\"expectedTotal\":{\"amount\":\"100.00\",\"currency\":\"USD\"}", flight));

        assertThat(booked.status()).isEqualTo(201);
    }

    @Test
    void everyFaultIsNamedAtOnceAndFlightServiceIsNotAsked() {
        int asked = FLIGHTS.calls(Operation.HOLD);

        Api.Answer answer = customer().book("f", """
                        {"segments":[{"flightId":"1","cabin":"ECONOMY"},{"flightId":"1","cabin":"COCKPIT"},{}],
                         "passengers":[{"firstName":" ","lastName":"%s"},{"firstName":"A","lastName":"B","type":"DOG",
                         "dateOfBirth":"2190-01-01"},null],"contactEmail":"nobody",
                         "expectedTotal":{"amount":"1.5","currency":"USD"}}""".formatted("x".repeat(61)));

        assertThat(answer.status() + answer.code()).isEqualTo("400validation_failed");
        assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .map(fault -> fault.path("field").asString())
                        .toList())
                .containsExactlyInAnyOrder(
                        "segments[1].cabin",
                        "segments[1].flightId",
                        "segments[2].flightId",
                        "segments[2].cabin",
                        "passengers[0].firstName",
                        "passengers[0].lastName",
                        "passengers[1].type",
                        "passengers[1].dateOfBirth",
                        "passengers[2]",
                        "contactEmail",
                        "expectedTotal.amount");
        assertThat(FLIGHTS.calls(Operation.HOLD)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"segments\":5}",
                "{\"segments\":[[]],\"passengers\":[]}",
                "{\"segments\":[null],\"passengers\":[{\"firstName\":{}}]}"
            })
    void nonsenseIsTheCallersFault(String body) {
        assertThat(customer().book("g", body).status()).isEqualTo(400);
    }

    @Test
    void sizesHaveEnds() {
        String flight = FLIGHTS.holds().flight(100, 10_000);

        assertThat(customer().book("h", Requests.booking(0, flight)).status()).isEqualTo(400);
        assertThat(customer().book("i", Requests.booking(10, flight)).status()).isEqualTo(400);
        assertThat(customer().book("j", Requests.booking(1)).status()).isEqualTo(400);
        assertThat(customer()
                        .book("k", Requests.booking(1, "1", "2", "3", "4", "5", "6", "7"))
                        .status())
                .isEqualTo(400);
        assertThat(customer().book("l", Requests.booking(9, flight)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424242,12,2020,402,expired_card",
        "4000000000000069,12,2090,402,expired_card",
        "4000000000000002,12,2090,402,card_declined",
        "4000000000009995,1,2090,402,insufficient_funds",
        "4000000000000119,12,2090,503,processing_error",
        "4242424242424241,12,2090,400,invalid_card",
        "5555555555554444,12,2090,400,invalid_card",
        "abcd,12,2090,400,invalid_card",
        "4242424242424242,13,2090,400,validation_failed",
        "4242424242424242,0,2090,400,validation_failed",
        "4242424242424242,1,99999,400,validation_failed",
    })
    void cardsThatDontPay(String number, String month, String year, int status, String code) {
        String reference = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();

        Api.Answer answer = customer().pay(reference, "p", Requests.card(number, month, year));

        assertThat(answer.status() + answer.code()).isEqualTo(status + code);
        Api.Answer booking = customer().booking(reference);
        assertThat(booking.at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(booking.at("/payments/0/status")).isEqualTo(status == 402 ? "DECLINED" : "");
        assertThat(customer().pay(reference).status()).as("another card").isEqualTo(201);
    }

    @Test
    void aProcessingErrorMayBeRepeatedWithItsKey() {
        String reference = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();

        Api.Answer first = customer().pay(reference, "p", Requests.card("4000000000000119"));
        Api.Answer again = customer().pay(reference, "p", Requests.card("4000000000000119"));

        assertThat(List.of(first.code(), again.code())).containsOnly("processing_error");
        assertThat(again.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Retry-After")).isNotEmpty();
    }

    @Test
    void whatIsPaidOrOverIsNotPaidAgain() {
        String paid = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();
        customer().pay(paid);
        String cancelled = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();
        customer().cancel(cancelled);
        String due = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();

        assertThat(customer().pay(paid).code()).isEqualTo("already_paid");
        assertThat(customer().pay(cancelled).code()).isEqualTo("already_cancelled");
        moveToDeadlineOf(due, Duration.ZERO);
        assertThat(customer().pay(due, "p", Requests.card("4000000000000002")).code())
                .isEqualTo("booking_expired");
        assertThat(customer().cancel(due).code()).isEqualTo("booking_expired");
        expire();
        assertThat(customer().pay(due).code()).isEqualTo("booking_expired");
    }

    @Test
    void neitherSeenNorPaidNorCancelledByAnother() {
        String reference = customer().book(FLIGHTS.holds().flight(1, 10_000)).reference();
        Api other = first().as(user + "-other");

        for (String named : List.of(reference, "ABCDEF", "nonsense", "%20", "%C3%A9%F0%9F%9B%AB")) {
            List<Api.Answer> answers = List.of(
                    other.booking(named),
                    other.pay(named),
                    other.cancel(named),
                    other.get("/api/v1/bookings/" + named + "/cancellation"));
            for (Api.Answer answer : answers) {
                assertThat(answer.status() + answer.code()).isEqualTo("404booking_not_found");
                assertThat(answer.at("/detail")).isEqualTo("You have no booking with this reference.");
            }
        }
        assertThat(other.get("/api/v1/bookings").json().path("items")).isEmpty();
        assertThat(first().asNobody().booking(reference).status()).isEqualTo(401);
        assertThat(customer().booking(reference).at("/status")).isEqualTo("PENDING_PAYMENT");
    }
}
