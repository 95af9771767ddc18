package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.booking.FlightStandIn.Fault;
import dev.windrose.booking.FlightStandIn.Operation;
import dev.windrose.localstack.TestParts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A replica as it runs for customers: jobs by themselves, time from the database, in a schema of its own. */
class JobsTest {
    private static final TestClock STAND_IN_CLOCK = new TestClock();
    private static final FlightStandIn FLIGHTS = new FlightStandIn(STAND_IN_CLOCK);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private static Replica replica;

    @BeforeAll
    static void start() {
        Map<String, String> properties =
                new HashMap<>(TestParts.get().database().environment());
        properties.putAll(TestParts.get().broker().environment());
        properties.put("windrose.schema", TestParts.get().schema("booking_jobs"));
        properties.put("server.port", "0");
        properties.put("FLIGHT_SERVICE_URL", "http://127.0.0.1:" + FLIGHTS.port());
        properties.put("SERVICE_TOKEN_SECRET", "a-secret-of-the-tests-own-0123456789");
        properties.put("BOOKING_PAYMENT_WINDOW", "PT3S");
        properties.put("BOOKING_EXPIRY_INTERVAL", "PT1S");
        properties.put("BOOKING_RECOVERY_AGE", "PT1S");
        properties.put("RECONCILE_INTERVAL", "PT1S");
        replica = Replica.start(properties, null);
    }

    @AfterAll
    static void stop() {
        replica.stop();
        FLIGHTS.goDown();
    }

    @Test
    void theUnpaidExpireAndTheirSeatsAreFree() {
        String flight = FLIGHTS.holds().flight(5, 10_000);
        Api customer = replica.as("expiring");
        String reference = customer.book(flight).reference();
        assertThat(FLIGHTS.holds().taken(flight)).isOne();

        await().atMost(PATIENCE).until(() -> FLIGHTS.holds().taken(flight) == 0);

        assertThat(customer.booking(reference).at("/status")).isEqualTo("EXPIRED");
        await().atMost(PATIENCE).until(() -> count("select count(*) from release_owed") == 0);
    }

    @Test
    void aPaymentLeftHalfWayGoesForwardAndABookingLeftHalfWayEnds() {
        String flight = FLIGHTS.holds().flight(5, 10_000);
        Api customer = replica.as("recovering");
        String paid = customer.book(flight).reference();
        FLIGHTS.fail(Operation.CONFIRM, Fault.DROPS_ANSWER, 2);
        assertThat(customer.pay(paid).status()).isEqualTo(503);
        FLIGHTS.fail(Operation.HOLD, Fault.DROPS_ANSWER, 2);
        assertThat(customer.book(flight).status()).isEqualTo(503);
        assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(2);

        await().atMost(PATIENCE)
                .until(() -> customer.booking(paid).at("/status").equals("CONFIRMED"));
        await().atMost(PATIENCE).until(() -> FLIGHTS.holds().taken(flight) == 1);

        assertThat(count("select count(*) from audit_booking where state = 'FAILED'"))
                .isOne();
    }

    @Test
    void driftIsAFigure() {
        Api customer = replica.as("drifting");
        String flight = FLIGHTS.holds().flight(5, 10_000);
        String reference = customer.book(flight).reference();
        assertThat(customer.pay(reference).status()).isEqualTo(201);
        String id = replica.bean(JdbcClient.class)
                .sql("select id from audit_booking where reference = ?")
                .param(reference)
                .query(String.class)
                .single();

        FLIGHTS.holds().lose(id);

        await().atMost(PATIENCE).until(() -> drift() >= 1);
    }

    @Test
    void timeIsTheDatabases() {
        Clock clock = replica.bean("databaseClock", Clock.class);

        assertThat(clock.getClass().getSimpleName()).isEqualTo("DatabaseClock");
        assertThat(clock.instant().getNano() % 1_000_000).isZero();
    }

    private static double drift() {
        return replica.bean(MeterRegistry.class)
                .get("windrose.reconciliation.drift")
                .gauge()
                .value();
    }

    private static long count(String sql) {
        return replica.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
