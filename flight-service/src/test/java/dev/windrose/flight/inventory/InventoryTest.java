package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.Api;
import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Flights to hold seats on, and the calls that do so. */
abstract class InventoryTest extends FlightServiceTest {
    static final String ECONOMY = "ECONOMY";
    static final String BUSINESS = "BUSINESS";
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();

    Api booking;

    @BeforeEach
    void catalogue() {
        booking = bookingService();
        jdbc.sql(
                        "insert ignore into city values ('QIA', 'Ina', 'US', 'America/Los_Angeles'), ('QIB', 'Ibo', 'US', 'America/Anchorage')")
                .update();
        jdbc.sql(
                        "insert ignore into airport (code, name, city_code, latitude, longitude, time_zone) values ('QIA', 'Ina Field', 'QIA', 1, 1, 'America/Los_Angeles'),"
                                + " ('QIB', 'Ibo Field', 'QIB', 2, 2, 'America/Anchorage')")
                .update();
        jdbc.sql("insert ignore into airline values ('Q8', 'Inventory Air', '027')")
                .update();
        jdbc.sql("insert ignore into airplane values ('QI-1', 'Tester')").update();
        forgetSeatsTakenWithoutHolds();
    }

    /** Tests of search and of the catalogue set counters by hand, of flights that are not of these tests. */
    private void forgetSeatsTakenWithoutHolds() {
        String held = "(select coalesce(sum(h.qty), 0) from hold_segment h where h.flight_id = c.flight_id"
                + " and h.cabin = c.cabin and h.state = '%s')";
        jdbc.sql("update flight_cabin c join flight f on f.id = c.flight_id set c.held = " + held.formatted("HELD")
                        + ", c.sold = " + held.formatted("SOLD")
                        + " where f.airline_code <> 'Q8' and c.held + c.sold > 0")
                .update();
    }

    /** A flight that leaves so many hours from now, an hour long, with economy at 100.00 USD. */
    long flight(int hoursAhead, int seats) {
        return flight(Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(hoursAhead, ChronoUnit.HOURS), seats, "USD");
    }

    long flight(Instant departsAt, int seats, String currency) {
        String number = "Q8" + NEXT_NUMBER.incrementAndGet();
        jdbc.sql(
                        "insert into flight (flight_number, airline_code, airplane, origin, destination, departure_date, departs_at,"
                                + " arrives_at, scheduled_departs_at, scheduled_arrives_at, status, currency)"
                                + " values (?, 'Q8', 'QI-1', 'QIA', 'QIB', ?, ?, ?, ?, ?, 'SCHEDULED', ?)")
                .params(
                        number,
                        departsAt.atZone(ZoneId.of("America/Los_Angeles")).toLocalDate(),
                        Utc.column(departsAt),
                        Utc.column(departsAt.plus(1, ChronoUnit.HOURS)),
                        Utc.column(departsAt),
                        Utc.column(departsAt.plus(1, ChronoUnit.HOURS)),
                        currency)
                .update();
        long id = jdbc.sql("select id from flight where flight_number = ?")
                .param(number)
                .query(Long.class)
                .single();
        cabin(id, ECONOMY, seats, 100_00);
        return id;
    }

    void cabin(long flight, String cabin, int seats, long priceMinor) {
        jdbc.sql("insert into flight_cabin (flight_id, cabin, price_minor, capacity) values (?, ?, ?, ?)")
                .params(flight, cabin, priceMinor, seats)
                .update();
    }

    void status(long flight, String status) {
        jdbc.sql("update flight set status = ? where id = ?")
                .params(status, flight)
                .update();
    }

    static String newBooking() {
        return UUID.randomUUID().toString();
    }

    static Map<String, Object> request(int quantity, long... flights) {
        List<Map<String, Object>> segments = new ArrayList<>();
        for (long flight : flights) {
            segments.add(segment(flight, ECONOMY));
        }
        return request(quantity, segments);
    }

    static Map<String, Object> request(int quantity, List<Map<String, Object>> segments) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("expiresAt", "2099-01-01T00:00:00.000Z");
        request.put("quantity", quantity);
        request.put("segments", segments);
        return request;
    }

    static Map<String, Object> segment(long flight, String cabin) {
        return Map.of("flightId", Long.toString(flight), "cabin", cabin);
    }

    static Map<String, Object> expecting(Map<String, Object> request, String amount) {
        request.put("expectedTotal", Map.of("amount", amount, "currency", "USD"));
        return request;
    }

    Answer hold(String booking, Map<String, Object> request) {
        return this.booking.put("/internal/holds/" + booking, request);
    }

    /** A new booking with these seats. */
    String held(int quantity, long... flights) {
        String id = newBooking();
        assertThat(hold(id, request(quantity, flights)).status()).isEqualTo(200);
        return id;
    }

    Answer confirm(String booking) {
        return this.booking.put("/internal/holds/" + booking + "/confirm", "");
    }

    Answer release(String booking) {
        return this.booking.delete("/internal/holds/" + booking);
    }

    Answer releasePart(String booking, String release, List<Map<String, Object>> parts) {
        return this.booking.put("/internal/holds/" + booking + "/releases/" + release, parts);
    }

    static Map<String, Object> part(long flight, int qty, String... passengers) {
        return Map.of(
                "flightId", Long.toString(flight), "cabin", ECONOMY, "qty", qty, "passengers", List.of(passengers));
    }

    Answer get(String booking) {
        return this.booking.get("/internal/holds/" + booking);
    }

    /** Lets the hold's deadline have passed a second ago. */
    void lapse(String booking) {
        jdbc.sql("update seat_hold set expires_at = utc_timestamp(3) - interval 1 second where booking_id = ?")
                .param(booking)
                .update();
        jdbc.sql("update hold_segment set expires_at = utc_timestamp(3) - interval 1 second where booking_id = ?")
                .param(booking)
                .update();
    }

    record Counters(int capacity, int held, int sold) {}

    Counters counters(long flight) {
        return counters(flight, ECONOMY);
    }

    Counters counters(long flight, String cabin) {
        return jdbc.sql("select capacity, held, sold from audit_inventory where flight_id = ? and cabin = ?")
                .params(Long.toString(flight), cabin)
                .query((row, n) -> new Counters(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Counters equal the sums of holds, of these flights and (by the service's own check) of all. */
    void assertBooksBalance(long... flights) {
        for (long flight : flights) {
            Counters counters = counters(flight);
            assertThat(counters.held()).isEqualTo(seats(flight, "HELD"));
            assertThat(counters.sold()).isEqualTo(seats(flight, "SOLD"));
            assertThat(counters.held() + counters.sold()).isBetween(0, counters.capacity());
        }
        assertThat(booking.get("/internal/inventory/discrepancies").json().path("discrepancies"))
                .isEmpty();
    }

    private int seats(long flight, String state) {
        return jdbc.sql("select coalesce(sum(qty), 0) from audit_hold where flight_id = ? and state = ?")
                .params(Long.toString(flight), state)
                .query(Integer.class)
                .single();
    }

    /** Does all of it at once, each on a thread of its own, and returns the results in their order. */
    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : work) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Nullable
    String stateOf(String booking) {
        return jdbc.sql("select state from seat_hold where booking_id = ?")
                .param(booking)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
