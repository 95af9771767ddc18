package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.booking.ExpireBookings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Payment against expiry at the deadline, give or take a few milliseconds: one of them wins, always. How long before the deadline the
 * payment sets out follows who won before, so that both keep winning, however slow the machine.
 */
class DeadlineRaceTest extends BookingServiceTest {
    private static final int TIMES = 200;
    private static final int JITTER_MILLIS = 4;

    @Test
    void neverCapturedAndExpired() {
        Random random = new Random(20261125);
        String flight = FLIGHTS.holds().flight(10_000, 10_000);
        TreeMap<String, Integer> outcomes = new TreeMap<>();
        int ahead = 10;
        for (int i = 0; i < TIMES; i++) {
            CLOCK.reset();
            String reference = customer().book(flight).reference();
            moveToDeadlineOf(reference, Duration.ofMillis(random.nextInt(2 * JITTER_MILLIS) - JITTER_MILLIS - ahead));
            Supplier<String> pay = () ->
                    outcome((random.nextBoolean() ? first() : second()).as(user).pay(reference));
            Supplier<String> expireHere = () -> expire(first());
            Supplier<String> expireThere = () -> expire(second());

            String paid = Together.run(List.of(pay, expireHere, expireThere)).get(0);

            assertThat(paid).isIn("201", "409 booking_expired");
            pass(Duration.ofSeconds(1));
            expire();
            assertThat(stateOf(idOf(reference))).isEqualTo(paid.equals("201") ? "CONFIRMED" : "EXPIRED");
            ahead = paid.equals("201") ? Math.max(0, ahead - 2) : ahead + 2;
            outcomes.merge(paid, 1, Integer::sum);
        }
        assertThat(outcomes.keySet()).as("both sides won at times").containsExactly("201", "409 booking_expired");
        assertThat(count(
                        "select count(*) from audit_payment p join audit_booking b on b.id = p.booking_id"
                                + " where b.user_id = ? and p.state = 'CAPTURED'",
                        user))
                .isEqualTo(outcomes.getOrDefault("201", 0).longValue());
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(outcomes.getOrDefault("201", 0));
    }

    private static String expire(Replica replica) {
        replica.bean(ExpireBookings.class).expireDue();
        return "";
    }

    private static String outcome(Api.Answer answer) {
        return answer.status() == 201 ? "201" : answer.status() + " " + answer.code();
    }
}
