package dev.windrose.flight;

import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.ServiceTokens;
import dev.windrose.localstack.TestParts;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Tests of the running service on a real database and broker. They share one context and one schema, so each test uses codes, numbers and dates of
 * its own; a class that needs other settings pays for a context of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestTokens.class)
public abstract class FlightServiceTest {
    private static final String SERVICE_SECRET = "a-secret-of-the-tests-own-0123456789";
    private static final String SCHEMA = TestParts.get().schema("flight");

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Environment environment;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        TestParts.get().database().environment().forEach((name, value) -> registry.add(name, () -> value));
        TestParts.get().broker().environment().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("windrose.schema", () -> SCHEMA);
        registry.add("SERVICE_TOKEN_SECRET", () -> SERVICE_SECRET);
    }

    /** The API as anybody sees it. */
    protected final Api anonymous() {
        return new Api("http://127.0.0.1:" + port, null);
    }

    protected final Api customer() {
        return customer("customer-1");
    }

    protected final Api customer(String userId) {
        return anonymous().with(TestTokens.accessToken(userId, Role.CUSTOMER));
    }

    protected final Api staff() {
        return anonymous().with(TestTokens.accessToken("staff-1", Role.CUSTOMER, Role.AIRLINE_STAFF));
    }

    protected final Api admin() {
        return anonymous().with(TestTokens.accessToken("admin-1", Role.CUSTOMER, Role.ADMIN));
    }

    /** Calls {@code /internal} as booking-service does. */
    protected final Api bookingService() {
        ServiceTokens tokens = new ServiceTokens("booking-service", SERVICE_SECRET, Clock.systemUTC());
        return anonymous().with(tokens.tokenFor("flight-service"));
    }
}
