package dev.windrose.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states: what docs/architecture.md allows, and nothing else. */
class TransitionsTest {
    private static final Set<String> BOOKING = Set.of(
            "INITIATED PENDING_PAYMENT",
            "INITIATED FAILED",
            "PENDING_PAYMENT PAYING",
            "PENDING_PAYMENT CANCELLED",
            "PENDING_PAYMENT EXPIRED",
            "PAYING CONFIRMED",
            "PAYING PENDING_PAYMENT",
            "PAYING EXPIRED",
            "CONFIRMED CANCELLED");
    private static final Set<String> PAYMENT = Set.of("AUTHORIZED CAPTURED", "AUTHORIZED VOIDED", "CAPTURED REFUNDED");

    @ParameterizedTest
    @MethodSource("bookingPairs")
    void bookings(BookingState from, BookingState to) {
        assertThat(from.mayBecome(to)).isEqualTo(BOOKING.contains(from + " " + to));
        if (from.mayBecome(to)) {
            assertThat(from.become(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.become(to)).isInstanceOf(IllegalTransition.class);
        }
    }

    @ParameterizedTest
    @MethodSource("paymentPairs")
    void payments(PaymentState from, PaymentState to) {
        assertThat(from.mayBecome(to)).isEqualTo(PAYMENT.contains(from + " " + to));
        if (from.mayBecome(to)) {
            assertThat(from.become(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.become(to)).isInstanceOf(IllegalTransition.class);
        }
    }

    static Stream<Arguments> bookingPairs() {
        return pairs(BookingState.values());
    }

    static Stream<Arguments> paymentPairs() {
        return pairs(PaymentState.values());
    }

    private static <E> Stream<Arguments> pairs(E[] states) {
        return Arrays.stream(states).flatMap(from -> Arrays.stream(states).map(to -> Arguments.of(from, to)));
    }
}
