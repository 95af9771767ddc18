package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.FlightStandIn.Fault;
import dev.windrose.booking.FlightStandIn.Operation;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** flight-service answers late, not at all, or nonsense: unknown is never taken for refused or done. */
class LostAnswersTest extends BookingServiceTest {
    private static final Duration PAST_RECOVERY_AGE = Duration.ofSeconds(16);

    private final String flight = FLIGHTS.holds().flight(100, 10_000);
    private final String body = Requests.booking(1, flight);

    @Test
    void anAnswerLostOnceIsAskedForAgain() {
        FLIGHTS.fail(Operation.HOLD, Fault.DROPS_ANSWER, 1);
        Api.Answer booked = customer().book("k", body);
        FLIGHTS.fail(Operation.CONFIRM, Fault.DROPS_ANSWER, 1);
        Api.Answer paid = customer().pay(booked.reference());

        assertThat(booked.status()).isEqualTo(201);
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aHoldNotKnownIsTakenUpByTheRetry(Fault fault) {
        FLIGHTS.fail(Operation.HOLD, fault, 2);

        Api.Answer lost = customer().book("k", body);
        FLIGHTS.recover();
        Api.Answer retried = customer().book("k", body);

        assertThat(lost.status() + " " + lost.code()).isEqualTo("503 service_unavailable");
        assertThat(lost.header("Retry-After")).isNotEmpty();
        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(count("select count(*) from audit_booking where user_id = ?", user))
                .isOne();
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
    }

    @Test
    void aHoldNobodyComesBackForIsReleasedAndItsKeyBeginsAnew() {
        FLIGHTS.fail(Operation.HOLD, Fault.DROPS_ANSWER, 2);
        assertThat(customer().book("k", body).status()).isEqualTo(503);
        String abandoned = onlyBookingId();
        recover();
        assertThat(stateOf(abandoned)).as("too young").isEqualTo("INITIATED");

        pass(PAST_RECOVERY_AGE);
        recover();

        assertThat(stateOf(abandoned)).isEqualTo("FAILED");
        assertThat(FLIGHTS.holds().taken(flight)).isZero();
        assertThat(customer().get("/api/v1/bookings").json().path("items")).isEmpty();
        assertThat(customer().book("k", body).status()).isEqualTo(201);
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
    }

    @Test
    void aHoldAnsweredAfterRecoveryHasEndedTheBookingBooksNothing() {
        FLIGHTS.beforeNextAnswer(Operation.HOLD, () -> {
            pass(PAST_RECOVERY_AGE);
            recover();
        });

        Api.Answer late = customer().book("k", body);

        assertThat(late.status()).as(late.toString()).isEqualTo(503);
        assertThat(stateOf(onlyBookingId())).isEqualTo("FAILED");
        assertThat(FLIGHTS.holds().taken(flight)).isZero();
        assertThat(customer().book("k", body).status()).isEqualTo(201);
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
    }

    @Test
    void recoveryLeavesABookingThatARetryHasTakenUp() {
        FLIGHTS.fail(Operation.HOLD, Fault.DROPS_ANSWER, 2);
        assertThat(customer().book("k", body).status()).isEqualTo(503);
        pass(PAST_RECOVERY_AGE);
        FLIGHTS.recover();
        FLIGHTS.beforeNextAnswer(Operation.HOLD, this::recover);

        Api.Answer retried = customer().book("k", body);

        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(stateOf(onlyBookingId())).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void recoveryAndRequestMayBothEndAPayment() {
        String reference = customer().book(flight).reference();
        FLIGHTS.beforeNextAnswer(Operation.CONFIRM, () -> {
            pass(PAST_RECOVERY_AGE);
            recover();
        });

        Api.Answer paid = customer().pay(reference, "pay", Requests.card(Requests.PAYS));

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(customer()
                        .pay(reference, "pay", Requests.card(Requests.PAYS))
                        .text())
                .isEqualTo(paid.text());
        assertThat(count("select count(*) from audit_payment where booking_id = ?", idOf(reference)))
                .isOne();
    }

    @Test
    void withoutAKeyNobodyCanComeBackSoItEndsAtOnce() {
        FLIGHTS.fail(Operation.HOLD, Fault.DROPS_ANSWER, 2);

        assertThat(customer().book(null, body).status()).isEqualTo(503);

        assertThat(stateOf(onlyBookingId())).isEqualTo("FAILED");
        assertThat(FLIGHTS.holds().taken(flight)).isZero();
    }

    @Test
    void withFlightServiceDownNothingIsPromisedAndAllIsClearedUpLater() {
        FLIGHTS.goDown();
        Api.Answer refused = customer().book("k", body);
        assertThat(refused.status()).isEqualTo(503);
        String abandoned = onlyBookingId();
        pass(PAST_RECOVERY_AGE);
        recover();
        assertThat(stateOf(abandoned)).isEqualTo("FAILED");
        assertThat(count("select count(*) from release_owed where booking_id = ?", abandoned))
                .isOne();

        FLIGHTS.recover();
        pass(PAST_RECOVERY_AGE);
        payReleases();

        assertThat(count("select count(*) from release_owed where booking_id = ?", abandoned))
                .isZero();
        assertThat(FLIGHTS.holds().stateOf(abandoned)).isEqualTo("TOMBSTONE");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPaymentNotKnownGoesForwardWithTheRetry(Fault fault) {
        String reference = customer().book(flight).reference();
        FLIGHTS.fail(Operation.CONFIRM, fault, 2);

        Api.Answer lost = customer().pay(reference, "pay", Requests.card(Requests.PAYS));
        assertThat(lost.status()).isEqualTo(503);
        assertThat(customer().booking(reference).at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(customer().booking(reference).json().path("actions")).isEmpty();
        assertThat(customer().booking(reference).json().path("payments")).isEmpty();
        Api.Answer other = customer().pay(reference);
        assertThat(other.status() + other.code()).isEqualTo("409payment_in_progress");
        assertThat(other.header("Retry-After")).isNotEmpty();
        assertThat(customer().cancel(reference).code()).isEqualTo("payment_in_progress");
        FLIGHTS.recover();
        Api.Answer retried = customer().pay(reference, "pay", Requests.card(Requests.PAYS));

        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(customer().booking(reference).at("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void aPaymentNobodyComesBackForGoesForwardAndItsKeyGetsTheAnswer() {
        String reference = customer().book(flight).reference();
        FLIGHTS.fail(Operation.CONFIRM, Fault.DROPS_ANSWER, 2);
        customer().pay(reference, "pay", Requests.card(Requests.PAYS));

        pass(Duration.ofMinutes(20));
        expire();
        recover();

        assertThat(customer().booking(reference).at("/status")).isEqualTo("CONFIRMED");
        Api.Answer late = customer().pay(reference, "pay", Requests.card(Requests.PAYS));
        assertThat(late.status()).isEqualTo(201);
        assertThat(late.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(late.at("/id")).isEqualTo(customer().booking(reference).at("/payments/0/id"));
    }

    @Test
    void seatsGoneBeforeTheyWereSoldCostNothing() {
        String reference = customer().book(flight).reference();
        FLIGHTS.holds().reclaim(idOf(reference));

        Api.Answer paid = customer().pay(reference, "pay", Requests.card(Requests.PAYS));

        assertThat(paid.status() + paid.code()).isEqualTo("409booking_expired");
        assertThat(customer().booking(reference).at("/status")).isEqualTo("EXPIRED");
        assertThat(customer().booking(reference).json().path("payments")).isEmpty();
        assertThat(count(
                        "select count(*) from audit_payment where state = 'VOIDED' and booking_id = ?",
                        idOf(reference)))
                .isOne();
        assertThat(customer()
                        .pay(reference, "pay", Requests.card(Requests.PAYS))
                        .code())
                .isEqualTo("booking_expired");
    }

    @Test
    void aFlightCancelledBeforePaymentCostsNothing() {
        String reference = customer().book(flight).reference();
        FLIGHTS.holds().cancelFlight(flight);

        Api.Answer paid = customer().pay(reference, UUID.randomUUID().toString(), Requests.card(Requests.PAYS));

        assertThat(paid.status() + paid.code()).isEqualTo("409flight_closed");
        assertThat(customer().booking(reference).at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(customer().pay(reference).code()).isEqualTo("flight_closed");
    }

    @Test
    void expiredSeatsAreFreedAsSoonAsFlightServiceAnswers() {
        String reference = customer().book(flight).reference();
        FLIGHTS.fail(Operation.RELEASE, Fault.UNAVAILABLE, 2);
        moveToDeadlineOf(reference, Duration.ZERO);
        assertThat(customer().booking(reference).at("/status")).isEqualTo("EXPIRED");

        expire();
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
        pass(Duration.ofSeconds(3));
        payReleases();
        assertThat(FLIGHTS.holds().taken(flight)).isOne();
        pass(Duration.ofSeconds(11));
        payReleases();

        assertThat(FLIGHTS.holds().taken(flight)).isZero();
        assertThat(customer().booking(reference).at("/status")).isEqualTo("EXPIRED");
    }
}
