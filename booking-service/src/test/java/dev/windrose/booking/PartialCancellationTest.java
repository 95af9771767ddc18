package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Cancelling passengers, flights and their crossings of a booking that goes on. */
class PartialCancellationTest extends CancelledPartsTest {
    @Test
    void aPassengerAFlightTheirCrossingAndThenTheRest() {
        String reference = paid(3, there, back);

        Api.Answer one = customer().cancel(reference, List.of(2), EVERYWHERE);
        assertThat(one.at("/refund/amount/amount")).isEqualTo("150.04");
        assertThat(one.at("/booking/status")).isEqualTo("CONFIRMED");
        assertThat(one.at("/booking/total/amount")).isEqualTo("300.08");
        assertThat(one.at("/booking/passengers/1/flights/0/cancelled")).isEqualTo("true");
        assertThat(one.at("/booking/passengers/0/flights/0/cancelled")).isEqualTo("false");
        assertThat(taken()).isEqualTo("2 2");

        assertThat(customer().cancel(reference, List.of(1), List.of(back)).at("/booking/total/amount"))
                .isEqualTo("250.05");
        Api.Answer flight = customer().cancel(reference, EVERYBODY, List.of(back));
        assertThat(flight.at("/refund/amount/amount")).isEqualTo("50.03");
        assertThat(flight.at("/booking/segments/1/cancelled")).isEqualTo("true");
        assertThat(flight.at("/booking/segments/0/cancelled")).isEqualTo("false");
        assertThat(flight.at("/booking/actions/0")).isEqualTo("CANCEL");
        assertThat(taken()).isEqualTo("2 0");
        assertThat(lastArrival(reference)).isEqualTo(instant(reference, "/segments/0/arrivalTime"));

        Api.Answer rest = customer().cancel(reference);
        assertThat(rest.at("/refund/amount/amount")).isEqualTo("200.02");
        assertThat(rest.at("/booking/status")).isEqualTo("CANCELLED");
        assertThat(rest.at("/booking/total/amount")).isEqualTo("0.00");
        assertThat(rest.json().at("/booking/refunds").size()).isEqualTo(4);
        assertThat(taken()).isEqualTo("0 0");
        assertThat(count(
                        "select count(*) from audit_payment where booking_id = ? and state = 'REFUNDED'",
                        idOf(reference)))
                .isEqualTo(1);
        assertThat(customer().cancel(reference).code()).isEqualTo("already_cancelled");
        assertSound(reference);
    }

    @Test
    void whatIsCancelledIsNotCancelledAgain() {
        String reference = paid(2, there, back);
        customer().cancel(reference, List.of(1), List.of(there));

        for (List<Integer> passengers : List.of(List.of(1), List.of(1, 2))) {
            Api.Answer again = customer().cancel(reference, passengers, List.of(there));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("already_cancelled");
            assertThat(customer().quote(reference, passengers, List.of(there)).code())
                    .isEqualTo("already_cancelled");
        }
        assertThat(customer().cancel(reference, List.of(1), EVERYWHERE).at("/refund/amount/amount"))
                .as("what is left of her")
                .isEqualTo("50.03");
        assertThat(customer().cancel(reference, List.of(1), EVERYWHERE).code()).isEqualTo("already_cancelled");
        assertThat(taken()).isEqualTo("1 1");
        assertSound(reference);
    }

    @Test
    void whatTheBookingHasNotIsToldAtOnceAndChangesNothing() {
        String reference = paid(2, there, back);
        String path = "/api/v1/bookings/" + reference + "/cancellation";

        Api.Answer refused =
                customer().post(path, "k", "{\"passengerIds\":[\"1\",\"3\",\"0\",null],\"flightIds\":[\"x\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(fault -> fault.path("field").asString()))
                .containsExactly("passengerIds[1]", "passengerIds[2]", "passengerIds[3]", "flightIds[0]");
        assertThat(customer()
                        .get(path + "?passengerIds=9,1&flightIds=" + there + ",x")
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(customer().post(path, null, "{\"passengerIds\":\"1\"}").status())
                .isEqualTo(400);
        assertThat(taken()).isEqualTo("2 2");
    }

    @Test
    void eachFlightHasItsOwnTierAndTheQuoteSaysUntilWhen() {
        String soon = flight(10, 10_001, "USD");
        String later = flight(12, 20_003, "USD");
        String reference = paid(2, soon, later);
        Instant departure = instant(reference, "/segments/0/departureTime");
        CLOCK.putTo(departure.minus(Duration.ofHours(24)).minusSeconds(30));

        Api.Answer quote = customer().quote(reference, EVERYBODY, EVERYWHERE);
        assertThat(quote.at("/refund/amount")).isEqualTo("550.08");
        assertThat(quote.at("/fee/amount")).isEqualTo("50.00");
        assertThat(quote.at("/rule")).contains("75 %");
        assertThat(Instant.parse(quote.at("/validUntil"))).isEqualTo(departure.minus(Duration.ofHours(24)));
        assertThat(quote.json().path("parts").size()).isEqualTo(4);
        assertThat(quote.at("/parts/0/refund/amount") + " " + quote.at("/parts/0/fee/amount"))
                .isEqualTo("75.01 25.00");
        assertThat(quote.at("/parts/0/reason")).isEqualTo("TIME_LEFT");

        CLOCK.putTo(departure.minus(Duration.ofHours(4)).minusSeconds(30));
        assertThat(customer().quote(reference, List.of(1), EVERYWHERE).at("/refund/amount"))
                .isEqualTo("200.03");
        Api.Answer cancelled = customer().cancel(reference, List.of(1), EVERYWHERE);
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo("200.03");

        CLOCK.putTo(departure.plus(Duration.ofDays(3)));
        Api.Answer over = customer().quote(reference, EVERYBODY, EVERYWHERE);
        assertThat(over.at("/refund/amount")).isEqualTo("0.00");
        assertThat(over.at("/parts/0/reason")).isEqualTo("FLIGHT_DEPARTED");
        assertThat(over.json().path("validUntil").isNull()).isTrue();
        assertThat(customer().cancel(reference).at("/booking/status")).isEqualTo("CANCELLED");
        assertThat(count(
                        "select count(*) from audit_payment where booking_id = ? and state = 'CAPTURED'",
                        idOf(reference)))
                .isEqualTo(1);
    }

    @Test
    void aFlightThatTheAirlineCancelsOrDelaysLongGivesAllBackWithOneCall() {
        String reference = paid(2, there, back);
        Instant departure = instant(reference, "/segments/1/departureTime");
        CLOCK.putTo(instant(reference, "/segments/0/departureTime").minus(Duration.ofHours(5)));
        disrupt(there, "CANCELLED", Duration.ZERO);
        disrupt(back, "DELAYED", Duration.ofHours(3));

        assertThat(customer().booking(reference).at("/segments/0/fullRefund")).isEqualTo("true");
        assertThat(customer().booking(reference).at("/segments/1/fullRefund")).isEqualTo("false");
        CLOCK.putTo(departure.minus(Duration.ofHours(1)));
        disrupt(back, "DELAYED", Duration.ofHours(3).plusMinutes(1));
        assertThat(customer().booking(reference).at("/segments/1/fullRefund")).isEqualTo("true");
        assertThat(OffsetDateTime.parse(customer().booking(reference).at("/segments/1/scheduledDepartureTime"))
                        .toInstant())
                .isEqualTo(departure);

        Api.Answer quote = customer().quote(reference, EVERYBODY, EVERYWHERE);
        assertThat(quote.at("/fee/amount")).isEqualTo("0.00");
        assertThat(quote.at("/rule")).contains("cancelled by the airline").contains("delayed by more than 3 hours");
        Api.Answer cancelled = customer().cancel(reference, EVERYBODY, List.of(there));
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo("200.02");
        assertThat(cancelled.at("/booking/status")).isEqualTo("CONFIRMED");
        assertThat(customer().cancel(reference).at("/refund/amount/amount")).isEqualTo("100.06");
        assertSound(reference);
    }

    @Test
    void partsOfAnUnpaidBookingCostNothingAndTheRestIsPaid() {
        String reference =
                customer().book("u", Requests.booking(3, there, back)).reference();

        Api.Answer quote = customer().quote(reference, List.of(3), EVERYWHERE);
        assertThat(quote.at("/refund/amount") + quote.at("/fee/amount")).isEqualTo("0.000.00");
        Api.Answer cancelled = customer().cancel(reference, List.of(3), EVERYWHERE);
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo("0.00");
        assertThat(cancelled.at("/booking/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(cancelled.at("/booking/total/amount")).isEqualTo("300.08");
        assertThat(cancelled.json().at("/booking/refunds").size()).isZero();
        customer().cancel(reference, List.of(2), List.of(back));
        assertThat(taken()).isEqualTo("2 1");

        Api.Answer payment = customer().pay(reference);
        assertThat(payment.at("/amount/amount")).isEqualTo("250.05");
        Api.Answer trip = customer().booking(reference);
        assertThat(trip.json().at("/passengers/2/ticketNumber").isNull()).isTrue();
        assertThat(trip.at("/passengers/1/ticketNumber")).startsWith("027");
        assertSound(reference);
        assertThat(customer().cancel(reference).at("/refund/amount/amount")).isEqualTo("250.05");
        assertThat(taken()).isEqualTo("0 0");
    }

    @Test
    void theLastUnpaidPartEndsTheBooking() {
        String reference = customer().book("u", Requests.booking(2, there)).reference();

        customer().cancel(reference, List.of(1), EVERYWHERE);
        Api.Answer last = customer().cancel(reference, List.of(2), List.of(there));

        assertThat(last.at("/booking/status")).isEqualTo("CANCELLED");
        assertThat(customer().pay(reference).code()).isEqualTo("already_cancelled");
        assertThat(FLIGHTS.holds().stateOf(idOf(reference))).isEqualTo("RELEASED");
        assertThat(FLIGHTS.holds().taken(there)).isZero();
    }

    @Test
    void aRepeatWithTheKeyIsAnsweredAlikeAndGivesNothingBackAgain() {
        String reference = paid(2, there, back);
        String path = "/api/v1/bookings/" + reference + "/cancellation";

        Api.Answer first = customer().post(path, "part", "{\"passengerIds\":[\"1\"]}");
        Api.Answer again = customer().post(path, "part", "{\"passengerIds\":[\"1\"]}");
        Api.Answer other = customer().post(path, "part", "{\"passengerIds\":[\"2\"]}");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status() + other.code()).isEqualTo("422idempotency_conflict");
        assertThat(taken()).isEqualTo("1 1");
        assertSound(reference);
    }

    /** Everybody wants another part that overlaps with the others: each place is given back once. */
    @RepeatedTest(10)
    void overlappingPartsAtOnceGiveEachPlaceBackOnce() {
        String reference = paid(4, there, back);
        List<Supplier<Api.Answer>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Replica replica = i == 0 ? first() : second();
            all.add(() -> replica.as(user).cancel(reference, List.of(1, 2), EVERYWHERE));
            all.add(() -> replica.as(user).cancel(reference, EVERYBODY, List.of(there)));
            all.add(() -> replica.as(user).cancel(reference, List.of(2, 3), List.of(there)));
            all.add(() -> replica.as(user).cancel(reference, List.of(4), List.of(back)));
        }

        List<Api.Answer> answers = Together.run(all);

        long given = 0;
        for (Api.Answer answer : answers) {
            assertThat(answer.status() + answer.code()).isIn("200", "409already_cancelled");
            given += answer.status() == 200 ? minor(answer.at("/refund/amount/amount")) : 0;
        }
        long left = minor(customer().booking(reference).at("/total/amount"));
        assertThat(given + left).isEqualTo(4 * (10_001 + 5_003));
        assertThat(left).isEqualTo(5_003);
        assertThat(taken()).isEqualTo("0 1");
        assertThat(customer().cancel(reference).at("/refund/amount/amount")).isEqualTo("50.03");
        assertThat(taken()).isEqualTo("0 0");
        assertSound(reference);
    }
}
