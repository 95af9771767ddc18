package dev.windrose.e2e;

import dev.windrose.localstack.EmbeddedMailbox;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.ServiceProcess;
import dev.windrose.localstack.Stack;
import dev.windrose.localstack.StackSettings;
import dev.windrose.localstack.TestParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as processes, once for all tests: the four services on free ports, on the parts that {@link TestParts} chose, with
 * wires that can be cut before the broker and before flight-service. Short intervals let what follows a fault be seen soon; nothing
 * asserts how soon.
 */
final class TestSystem {
    private static @Nullable TestSystem instance;
    private static @Nullable RuntimeException failure;

    private final TestParts parts = TestParts.get();
    private final TcpProxy brokerWire = TcpProxy.to(parts.broker().port());
    private final TcpProxy flightWire;
    private final Map<String, String> schemas = new HashMap<>();
    private final Path folder;
    private final Stack stack;
    private final SharedClasses classes;

    private TestSystem() {
        try {
            folder = Files.createTempDirectory("windrose-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StackSettings settings = StackSettings.onFreePorts(StackSettings.findHome(), folder, environment());
        flightWire = TcpProxy.to(settings.port(Service.FLIGHT));
        stack = Stack.of(settings, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        classes = SharedClasses.of(stack, folder, Service.BOOKING, Service.FLIGHT);
    }

    /** The running system; the first call starts it. */
    static synchronized TestSystem get() {
        if (failure != null) {
            throw failure;
        }
        if (instance == null) {
            try {
                instance = new TestSystem();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return instance;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(parts.environment());
        for (String service : new String[] {"gateway", "flight", "booking", "notification"}) {
            schemas.put(service, parts.schema(service));
            environment.put(service.toUpperCase(java.util.Locale.ROOT) + "_SCHEMA", parts.schema(service));
        }
        environment.put("RABBITMQ_HOST", "127.0.0.1");
        environment.put("RABBITMQ_PORT", String.valueOf(brokerWire.port()));
        environment.put("JAVA_TOOL_OPTIONS", SharedClasses.RECORDING);
        environment.put("BOOKING_RECOVERY_AGE", "PT2S");
        environment.put("BOOKING_EXPIRY_INTERVAL", "PT2S");
        environment.put("BOOKING_IDEMPOTENCY_LEASE", "PT6S");
        environment.put("RECONCILE_INTERVAL", "PT5S");
        environment.put("WINDROSE_CHECKIN_TELLEVERY", "PT1S");
        environment.put("RETRY_DELAYS", "PT1S,PT2S,PT5S");
        return environment;
    }

    /** The public door. */
    Api api() {
        return Api.at(stack.service(Service.GATEWAY).url() + "/api/v1");
    }

    /** The API served by one service itself, past the gateway. */
    static Api apiOf(ServiceProcess service) {
        return Api.at(service.url() + "/api/v1");
    }

    Api admin() {
        return api().as(login("admin@example.com", "local-admin-password"));
    }

    /** Somebody new, signed up and signed in. */
    Traveller traveller() {
        String email = "traveller-" + UUID.randomUUID() + "@example.com";
        String password = "correct horse battery " + UUID.randomUUID();
        api().post("/auth/signup", """
                        {"email":"%s","password":"%s","fullName":"Test Traveller"}""".formatted(email, password)).expect(201);
        return new Traveller(email, api().as(login(email, password)));
    }

    private String login(String email, String password) {
        return api().post("/auth/login", """
                        {"email":"%s","password":"%s"}""".formatted(email, password))
                .expect(200)
                .string("accessToken");
    }

    /** A signed-in customer and the address their mails go to. */
    record Traveller(String email, Api api) {
        String token() {
            return String.valueOf(api.token());
        }
    }

    /** Another booking-service or flight-service beside the first, ready. */
    ServiceProcess replica(Service service, Map<String, String> overrides) {
        return starting(service, overrides).awaitReady(Duration.ofMinutes(2));
    }

    /** The same, not yet ready. */
    ServiceProcess starting(Service service, Map<String, String> overrides) {
        Map<String, String> environment = new HashMap<>(overrides);
        environment.put("JAVA_TOOL_OPTIONS", classes.flagsFor(service));
        return stack.startReplica(service, environment);
    }

    ServiceProcess service(Service service) {
        return stack.service(service);
    }

    EmbeddedMailbox mailbox() {
        return parts.mailbox();
    }

    /** The wire between every service and the broker. */
    TcpProxy brokerWire() {
        return brokerWire;
    }

    /** A wire to flight-service, for a replica that is told to use it. */
    TcpProxy flightWire() {
        return flightWire;
    }

    TestParts parts() {
        return parts;
    }

    Path folder() {
        return folder;
    }

    String schema(String service) {
        return String.valueOf(schemas.get(service));
    }

    /** Moves the deadline of a booking's seats, and only that, into the past, where it comes to be when no booking-service runs. */
    void lapseHoldOf(String reference) {
        String holder = "(select id from `" + schema("booking") + "`.booking where reference = ?)";
        for (String table : List.of("seat_hold", "hold_segment")) {
            sql(
                    "flight",
                    "update " + table + " set expires_at = utc_timestamp(3) - interval 1 second where booking_id = "
                            + holder,
                    reference);
        }
    }

    /** As if the senders' claims on mails had run out long ago. */
    void endMailLeases() {
        sql("notification", "update notification set next_attempt_at = utc_timestamp(3) where status = 'PENDING'");
    }

    private void sql(String schema, String statement, String... parameters) {
        try (var connection = parts.database().connect(schema(schema));
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Invariants invariants() {
        return new Invariants(
                "jdbc:mysql://" + parts.database().host() + ":"
                        + parts.database().port()
                        + "/?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&allowPublicKeyRetrieval=true",
                parts.database().user(),
                parts.database().password(),
                schema("flight"),
                schema("booking"));
    }
}
