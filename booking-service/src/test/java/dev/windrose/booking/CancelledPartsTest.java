package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.booking.FlightNews;
import dev.windrose.booking.booking.FollowFlights;
import dev.windrose.booking.reconciliation.Reconcile;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Bookings of which parts are cancelled: a flight there and another back. */
abstract class CancelledPartsTest extends BookingServiceTest {
    static final List<Integer> EVERYBODY = List.of();
    static final List<String> EVERYWHERE = List.of();

    final String there = flight(20, 10_001, "USD");
    final String back = flight(27, 5_003, "USD");

    String flight(int daysAhead, long price, String currency) {
        return FLIGHTS.holds().flight(60, price, currency, CLOCK.instant().plus(Duration.ofDays(daysAhead)));
    }

    String paid(int passengers, String... flights) {
        String reference =
                customer().book(null, Requests.booking(passengers, flights)).reference();
        assertThat(customer().pay(reference).status()).isEqualTo(201);
        return reference;
    }

    String taken() {
        return FLIGHTS.holds().taken(there) + " " + FLIGHTS.holds().taken(back);
    }

    static long minor(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    Instant instant(String reference, String path) {
        return OffsetDateTime.parse(customer().booking(reference).at(path)).toInstant();
    }

    Instant lastArrival(String reference) {
        return jdbc.sql("select cast(last_arrival_at as char) from booking where reference = ?")
                .param(reference)
                .query(String.class)
                .single()
                .transform(text -> Instant.parse(text.replace(' ', 'T') + "Z"));
    }

    /** As its event would, which other tests send. */
    void disrupt(String flight, String status, Duration delay) {
        OffsetDateTime scheduled = FLIGHTS.holds().departureOf(flight).atOffset(ZoneOffset.UTC);
        first().bean(FollowFlights.class)
                .follow(new FlightNews(
                        flight,
                        delay.toMinutes() + 1,
                        status,
                        scheduled.plus(delay),
                        scheduled.plus(delay).plusHours(3),
                        scheduled,
                        scheduled.plusHours(3),
                        null));
    }

    List<String> discrepanciesOf(String reference) {
        String id = idOf(reference);
        return first().bean(Reconcile.class).reconcile().discrepancies().stream()
                .filter(d -> d.subject().equals(id))
                .map(d -> d.kind() + ": " + d.detail())
                .toList();
    }

    void assertSound(String reference) {
        assertThat(discrepanciesOf(reference)).isEmpty();
        assertThat(count("select count(*) from release_owed where booking_id = ?", idOf(reference)))
                .isZero();
    }
}
