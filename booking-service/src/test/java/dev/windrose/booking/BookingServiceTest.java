package dev.windrose.booking;

import dev.windrose.booking.booking.ExpireBookings;
import dev.windrose.booking.booking.OwedPartReleases;
import dev.windrose.booking.booking.OwedReleases;
import dev.windrose.booking.booking.RecoverBookings;
import dev.windrose.localstack.TestParts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tests of running replicas on a real database and broker, with a stand-in for flight-service. They share two replicas and one schema,
 * so each test uses users and flights of its own. The jobs run when a test says so. After each the invariants are checked by SQL.
 */
public abstract class BookingServiceTest {
    protected static final TestClock CLOCK = new TestClock();
    protected static final FlightStandIn FLIGHTS = new FlightStandIn(CLOCK);
    private static final Map<String, String> PROPERTIES = properties();
    private static final Replica FIRST = Replica.start(PROPERTIES, CLOCK);

    private static final class Second {
        static final Replica REPLICA = Replica.start(PROPERTIES, CLOCK);
    }

    protected final String user = "user-" + UUID.randomUUID();
    protected final JdbcClient jdbc = FIRST.bean(JdbcClient.class);

    @BeforeEach
    void allIsWell() {
        FLIGHTS.recover();
        CLOCK.reset();
    }

    @AfterEach
    void invariantsHold() {
        FLIGHTS.recover();
        new Invariants(jdbc, FLIGHTS.holds()).hold();
    }

    protected static Replica first() {
        return FIRST;
    }

    protected static Replica second() {
        return Second.REPLICA;
    }

    protected final Api customer() {
        return FIRST.as(user);
    }

    /** Puts the clock to so long after the booking's deadline, or before it if negative. */
    protected final void moveToDeadlineOf(String reference, Duration beyond) {
        CLOCK.putTo(deadlineOf(reference).plus(beyond));
    }

    protected final Instant deadlineOf(String reference) {
        return Instant.parse(customer().booking(reference).at("/paymentDueAt"));
    }

    /** Lets so much time pass. */
    protected final void pass(Duration time) {
        CLOCK.putTo(CLOCK.instant().plus(time));
    }

    protected final void expire() {
        FIRST.bean(ExpireBookings.class).expireDue();
    }

    protected final void recover() {
        FIRST.bean(RecoverBookings.class).recoverAll();
    }

    protected final void payReleases() {
        FIRST.bean(OwedReleases.class).payDue();
        FIRST.bean(OwedPartReleases.class).payDue();
    }

    protected final String idOf(String reference) {
        return jdbc.sql("select id from audit_booking where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    /** The one booking of the test's user. */
    protected final String onlyBookingId() {
        return jdbc.sql("select id from audit_booking where user_id = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    protected final String stateOf(String bookingId) {
        return jdbc.sql("select state from audit_booking where id = ?")
                .param(bookingId)
                .query(String.class)
                .single();
    }

    protected final long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private static Map<String, String> properties() {
        Map<String, String> properties =
                new HashMap<>(TestParts.get().database().environment());
        properties.putAll(TestParts.get().broker().environment());
        properties.put("windrose.schema", TestParts.get().schema("booking"));
        properties.put("server.port", "0");
        properties.put("FLIGHT_SERVICE_URL", "http://127.0.0.1:" + FLIGHTS.port());
        properties.put("SERVICE_TOKEN_SECRET", "a-secret-of-the-tests-own-0123456789");
        properties.put("windrose.booking.jobs-enabled", "false");
        return properties;
    }
}
