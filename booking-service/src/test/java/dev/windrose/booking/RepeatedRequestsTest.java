package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** However often a request is repeated, at once or later, on whichever replica, it has one effect. */
class RepeatedRequestsTest extends BookingServiceTest {
    private static final int TIMES = 50;

    @Test
    void oneKeyFiftyTimesAtOnceOnTwoReplicasIsOneBookingAndOneCharge() {
        String flight = FLIGHTS.holds().flight(100, 10_000);
        String body = Requests.booking(2, flight);

        List<Api.Answer> booked = fiftyTimes(api -> api.book("once", body));

        assertThat(statuses(booked))
                .isSubsetOf("201", "409 idempotency_in_flight")
                .contains("201");
        Api.Answer again = customer().book("once", body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).endsWith(again.reference());
        assertThat(booked.stream().filter(a -> a.status() == 201).map(Api.Answer::text))
                .allMatch(again.text()::equals);
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(2);
        assertThat(count("select count(*) from audit_booking where user_id = ?", user))
                .isOne();

        String card = Requests.card(Requests.PAYS);
        List<Api.Answer> paid = fiftyTimes(api -> api.pay(again.reference(), "pay-once", card));

        assertThat(statuses(paid))
                .isSubsetOf("201", "409 idempotency_in_flight")
                .contains("201");
        Api.Answer payment = second().as(user).pay(again.reference(), "pay-once", card);
        assertThat(payment.status()).isEqualTo(201);
        assertThat(payment.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(paid.stream().filter(a -> a.status() == 201).map(Api.Answer::text))
                .allMatch(payment.text()::equals);
        assertThat(count("select count(*) from audit_payment where booking_id = ?", idOf(again.reference())))
                .isOne();
    }

    @Test
    void paymentsWithDifferentKeysAtOnceChargeOnce() {
        String flight = FLIGHTS.holds().flight(100, 10_000);
        String reference = customer().book(flight).reference();

        List<Api.Answer> paid = fiftyTimes(api -> api.pay(reference));

        assertThat(paid.stream().filter(a -> a.status() == 201)).hasSize(1);
        assertThat(statuses(paid)).isSubsetOf("201", "409 payment_in_progress", "409 already_paid");
        assertThat(count("select count(*) from audit_payment where booking_id = ?", idOf(reference)))
                .isOne();
    }

    @Test
    void aKeyBelongsToItsRequest() {
        String flight = FLIGHTS.holds().flight(100, 10_000);
        Api.Answer booked = customer().book("mine", Requests.booking(1, flight));

        Api.Answer otherBody = customer().book("mine", Requests.booking(2, flight));
        Api.Answer otherPath = customer().pay(booked.reference(), "mine", Requests.card(Requests.PAYS));
        Api.Answer otherUser = first().as(user + "-b").book("mine", Requests.booking(1, flight));

        assertThat(otherBody.status() + otherBody.code()).isEqualTo("422idempotency_conflict");
        assertThat(otherPath.status() + otherPath.code()).isEqualTo("422idempotency_conflict");
        assertThat(otherUser.status()).isEqualTo(201);
        assertThat(otherUser.reference()).isNotEqualTo(booked.reference());
    }

    @Test
    void anotherCardUnderThePaymentsKeyIsAConflictAndTheCardCantBeReadFromTheTable() {
        String flight = FLIGHTS.holds().flight(100, 10_000);
        String reference = customer().book(flight).reference();

        Api.Answer declined = customer().pay(reference, "pay", Requests.card("4000000000000002"));
        Api.Answer repeated = customer().pay(reference, "pay", Requests.card("4000000000000002"));
        Api.Answer other = customer().pay(reference, "pay", Requests.card(Requests.PAYS));

        assertThat(declined.status() + declined.code()).isEqualTo("402card_declined");
        assertThat(repeated.text()).isEqualTo(declined.text());
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeated.header("Content-Type")).startsWith("application/problem+json");
        assertThat(other.status() + other.code()).isEqualTo("422idempotency_conflict");
        assertThat(count("select count(*) from idempotency_key where body like '%4000000000000002%'"))
                .isZero();
        assertThat(customer().pay(reference).status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsNotKept() {
        String flight = FLIGHTS.holds().flight(1, 10_000);
        String taken = customer().book(flight).reference();
        assertThat(customer().book("later", Requests.booking(1, flight)).code()).isEqualTo("insufficient_seats");

        customer().cancel(taken);

        assertThat(customer().book("later", Requests.booking(1, flight)).status())
                .isEqualTo(201);
    }

    private List<Api.Answer> fiftyTimes(Function<Api, Api.Answer> call) {
        List<Supplier<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Api api = (i % 2 == 0 ? first() : second()).as(user);
            calls.add(() -> call.apply(api));
        }
        return Together.run(calls);
    }

    private static List<String> statuses(List<Api.Answer> answers) {
        return answers.stream()
                .map(a -> a.status() < 300 ? String.valueOf(a.status()) : a.status() + " " + a.code())
                .distinct()
                .collect(Collectors.toList());
    }
}
