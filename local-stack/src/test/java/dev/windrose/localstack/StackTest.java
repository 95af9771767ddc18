package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path folder;

    @BeforeEach
    void setUp() throws Exception {
        StandInService.install(folder.resolve("checkout"));
    }

    @Test
    void startsEverythingAndLeavesNothingBehind() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Stack stack = Stack.of(settings(Map.of()), told::add);
        try (stack) {
            stack.start();
            assertThat(told).anyMatch(line -> line.startsWith("database ready"));
            assertThat(told).anyMatch(line -> line.startsWith("notification-service ready"));
            for (Service service : Service.values()) {
                assertThat(stack.service(service).isReady()).isTrue();
                assertThat(folder.resolve("data/pids/" + service.module() + ".pid"))
                        .hasContent(String.valueOf(stack.service(service).pid()));
            }
            assertThat(stack.service(Service.FLIGHT).log())
                    .content()
                    .contains("database on " + stack.settings().databasePort());
        }
        assertThat(stack.database())
                .hasValueSatisfying(database -> assertThat(database.isRunning()).isFalse());
        assertThat(stack.services()).noneMatch(ServiceProcess::isRunning);
        assertThat(FreePorts.isTaken(stack.settings().brokerPort())).isFalse();
        assertThat(FreePorts.isTaken(stack.settings().smtpPort())).isFalse();
    }

    @Test
    void killsRestartsAndMultipliesServices() {
        try (Stack stack = Stack.of(settings(elsewhere()), line -> {})) {
            ServiceProcess booking = stack.service(Service.BOOKING).start().awaitReady(Duration.ofSeconds(30));
            long first = booking.pid();
            booking.kill();
            assertThat(booking.isRunning()).isFalse();
            assertThat(booking.isReady()).isFalse();
            booking.start().awaitReady(Duration.ofSeconds(30));
            assertThat(booking.pid()).isNotEqualTo(first);

            ServiceProcess replica =
                    stack.startReplica(Service.BOOKING, Map.of()).awaitReady(Duration.ofSeconds(30));
            assertThat(replica.port()).isNotEqualTo(booking.port());
            replica.stop();
            assertThat(replica.isRunning()).isFalse();
            assertThat(booking.isReady()).isTrue();
        }
    }

    @Test
    void quotesTheLogOfAServiceThatEndsWhileItStarts() {
        try (Stack stack = Stack.of(settings(elsewhere()), line -> {})) {
            ServiceProcess flight = stack.service(Service.FLIGHT).start(List.of("-XX:NoSuchFlag"));
            assertThatThrownBy(() -> flight.awaitReady(Duration.ofSeconds(30)))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("flight-service ended while it started")
                    .hasMessageContaining("NoSuchFlag");
        }
    }

    @Test
    void makesItsSecretsOnceAndKeepsThemFromOthers() throws Exception {
        StackSettings settings = settings(Map.of("SERVICE_TOKEN_SECRET", ""));
        Map<String, String> first = new StackEnvironment(settings).forServices();
        Map<String, String> second = new StackEnvironment(settings).forServices();

        assertThat(second).isEqualTo(first).containsEntry("SPRING_PROFILES_ACTIVE", "local");
        assertThat(first.get("SERVICE_TOKEN_SECRET")).hasSizeGreaterThanOrEqualTo(44);
        Path secret = folder.resolve("data/keys/service-token-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Path.of(first.getOrDefault("JWT_KEYS_DIR", "")))
                .isDirectoryContaining(file -> file.toString().endsWith(".pem"));
    }

    @Test
    void leavesWhatIsConfiguredElsewhereAlone() {
        Map<String, String> environment =
                new StackEnvironment(settings(Map.of("MYSQL_HOST", "db.example", "MYSQL_PORT", "3306"))).forServices();

        assertThat(environment)
                .containsEntry("MYSQL_HOST", "db.example")
                .containsEntry("MYSQL_PORT", "3306")
                .containsEntry("RABBITMQ_HOST", "127.0.0.1");
    }

    private StackSettings settings(Map<String, String> environment) {
        return StackSettings.onFreePorts(folder.resolve("checkout"), folder.resolve("data"), environment);
    }

    private static Map<String, String> elsewhere() {
        return Map.of("MYSQL_HOST", "db.example", "RABBITMQ_HOST", "mq.example", "SMTP_HOST", "smtp.example");
    }
}
