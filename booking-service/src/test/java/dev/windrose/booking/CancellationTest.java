package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancelling a whole booking: what it gives back, and that its seats are free at once. */
class CancellationTest extends BookingServiceTest {
    @Test
    void anUnpaidOneCostsNothingAndGivesNothingBack() {
        String flight = FLIGHTS.holds().flight(3, 10_000);
        String reference = customer().book("b", Requests.booking(2, flight)).reference();

        Api.Answer quote = customer().get("/api/v1/bookings/" + reference + "/cancellation");
        Api.Answer cancelled = customer().cancel(reference);

        assertThat(quote.at("/refund/amount") + quote.at("/fee/amount")).isEqualTo("0.000.00");
        assertThat(quote.at("/validUntil")).isEqualTo(cancelled.at("/booking/paymentDueAt"));
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo("0.00");
        assertThat(cancelled.at("/refund/status")).isEqualTo("REFUNDED");
        assertThat(cancelled.at("/booking/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/booking/total/amount")).isEqualTo("0.00");
        assertThat(FLIGHTS.holds().taken(flight)).isZero();
        assertThat(customer().cancel(reference).code()).isEqualTo("already_cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "PT72H,300.03,0.00",
        "PT71H59M,225.03,75.00",
        "PT24H,225.03,75.00",
        "PT4H,150.03,150.00",
        "PT3H59M,0.00,300.03"
    })
    void aPaidOneGivesBackByTheTimeLeft(Duration left, String refund, String fee) {
        String flight = FLIGHTS.holds().flight(3, 10_001);
        String reference = customer().book("b", Requests.booking(3, flight)).reference();
        customer().pay(reference);
        Instant departure =
                Instant.from(OffsetDateTime.parse(customer().booking(reference).at("/segments/0/departureTime")));
        CLOCK.putTo(departure.minus(left).minusSeconds(5));

        Api.Answer quote = customer().get("/api/v1/bookings/" + reference + "/cancellation");
        Api.Answer cancelled = customer().post("/api/v1/bookings/" + reference + "/cancellation", "c", "{}");

        assertThat(quote.at("/refund/amount")).isEqualTo(refund);
        assertThat(quote.at("/fee/amount")).isEqualTo(fee);
        assertThat(cancelled.at("/refund/amount/amount")).isEqualTo(refund);
        assertThat(cancelled.at("/booking/refunds/0/amount/amount")).isEqualTo(refund);
        assertThat(cancelled.at("/booking/payments/0/status")).isEqualTo("SUCCEEDED");
        assertThat(FLIGHTS.holds().taken(flight)).isZero();
        Api.Answer again = customer().post("/api/v1/bookings/" + reference + "/cancellation", "c", "{}");
        assertThat(again.text()).isEqualTo(cancelled.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @RepeatedTest(20)
    void paymentAndCancellationAtOnceLeaveNoMoneyWithoutASeatOrARefund() {
        String flight = FLIGHTS.holds().flight(3, 10_000);
        String reference = customer().book(flight).reference();

        List<Supplier<Api.Answer>> both = List.of(
                () -> first().as(user).pay(reference), () -> second().as(user).cancel(reference));
        List<Api.Answer> answers = Together.run(both);

        String paid = answers.get(0).status() + answers.get(0).code();
        String cancelled = answers.get(1).status() + answers.get(1).code();
        assertThat(paid + " " + cancelled).isIn("201 409payment_in_progress", "201 200", "409already_cancelled 200");
        assertThat(stateOf(idOf(reference))).isEqualTo(cancelled.equals("200") ? "CANCELLED" : "CONFIRMED");
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(cancelled.equals("200") ? 0 : 1);
        String refund = answers.get(1).at("/refund/amount/amount");
        assertThat(refund)
                .isEqualTo(
                        paid.equals("201") && cancelled.equals("200")
                                ? "100.00"
                                : cancelled.equals("200") ? "0.00" : "");
    }
}
