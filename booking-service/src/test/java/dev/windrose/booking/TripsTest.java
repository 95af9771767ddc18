package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.paging.Cursors;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The list of a customer's bookings. */
class TripsTest extends BookingServiceTest {
    @Test
    void periodsStatusesAndPages() {
        String far = paid(20);
        String near = paid(9);
        String flown = paid(1);
        String cancelled = book(5);
        customer().cancel(cancelled);
        String expired = book(6);
        CLOCK.putTo(deadlineOf(expired));
        expire();
        pass(Duration.ofDays(2));
        String open = book(12);

        assertThat(list("")).containsExactly(open, expired, cancelled, flown, near, far);
        assertThat(list("?period=upcoming")).containsExactly(near, open, far);
        assertThat(list("?period=past")).containsExactly(flown);
        assertThat(list("?period=all&status=CANCELLED,EXPIRED")).containsExactly(expired, cancelled);
        assertThat(list("?period=upcoming&status=PENDING_PAYMENT")).containsExactly(open);
        moveToDeadlineOf(open, Duration.ZERO);
        assertThat(list("?status=EXPIRED")).as("due, the job hasn't come by").containsExactly(open, expired);
        assertThat(list("?period=upcoming")).containsExactly(near, far);
        assertThat(walk("?limit=2")).containsExactly(open, expired, cancelled, flown, near, far);
        assertThat(walk("?period=upcoming&limit=1")).containsExactly(near, far);
    }

    @Test
    void whatIsNoPeriodStatusLimitOrCursorIs400() {
        for (String query : List.of(
                "?period=never", "?status=PAYING", "?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?status=A,B")) {
            assertThat(customer().get("/api/v1/bookings" + query).code())
                    .as(query)
                    .isEqualTo("validation_failed");
        }
        assertThat(customer().get("/api/v1/bookings").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void cursorsMadeUpByCallersAre400() {
        Cursors cursors = new Cursors(Clock.systemUTC());
        for (String position : List.of("", "x", "1 é", "99999999999999999999 x", "1 " + "z".repeat(36))) {
            String cursor = cursors.encode("bookings " + user + " ALL []", position);

            Api.Answer answer = customer().get("/api/v1/bookings?cursor=" + cursor);

            assertThat(answer.status()).as(position).isEqualTo(400);
        }
    }

    private String book(int days) {
        String flight = FLIGHTS.holds().flight(5, 10_000, CLOCK.instant().plus(Duration.ofDays(days)));
        return customer().book(flight).reference();
    }

    private String paid(int days) {
        String reference = book(days);
        assertThat(customer().pay(reference).status()).isEqualTo(201);
        return reference;
    }

    private List<String> list(String query) {
        return references(customer().get("/api/v1/bookings" + query));
    }

    private List<String> walk(String query) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = customer().get("/api/v1/bookings" + query + "&cursor=" + cursor);
            all.addAll(references(page));
            cursor = page.at("/nextCursor");
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> references(Api.Answer page) {
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .map(item -> item.path("reference").asString())
                .toList();
    }
}
