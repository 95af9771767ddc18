package dev.windrose.gateway;

import dev.windrose.localstack.TestParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running gateway on the real parts, with stand-ins for the services behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
public abstract class GatewayTest {
    protected static final StandIn FLIGHT = StandIn.start("flight");
    protected static final StandIn BOOKING = StandIn.start("booking");
    protected static final StandIn NOTIFICATION = StandIn.start("notification");
    private static final Path KEYS = temporaryFolder();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        TestParts.get().springProperties("gateway").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("FLIGHT_SERVICE_URL", FLIGHT::url);
        registry.add("BOOKING_SERVICE_URL", BOOKING::url);
        registry.add("NOTIFICATION_SERVICE_URL", NOTIFICATION::url);
        registry.add("JWT_KEYS_DIR", KEYS::toString);
        registry.add("windrose.request-budget", () -> "PT2S");
    }

    /** Calls this gateway as nobody. */
    protected Client nobody() {
        return new Client(port, null);
    }

    /** Signs a new customer up and in. */
    protected Client customer(String name) {
        return nobody().signedUpAs(Client.freshEmail(), name);
    }

    /** Calls as the admin of the local profile. */
    protected Client admin() {
        return nobody().loggedInAs("admin@example.com", "local-admin-password");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gateway-keys");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
