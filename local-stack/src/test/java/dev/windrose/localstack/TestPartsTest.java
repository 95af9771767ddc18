package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestPartsTest {

    @Test
    void givesEachJvmOneDatabaseBrokerAndMailboxAndSchemasOfItsOwn() throws Exception {
        TestParts parts = TestParts.get();
        Map<String, String> properties = parts.springProperties("flight");

        assertThat(properties)
                .containsKeys("MYSQL_HOST", "MYSQL_USER", "MYSQL_PASSWORD", "RABBITMQ_HOST", "RABBITMQ_USERNAME")
                .containsEntry("MYSQL_PORT", String.valueOf(parts.database().port()))
                .containsEntry("RABBITMQ_PORT", String.valueOf(parts.broker().port()))
                .containsEntry("SMTP_PORT", String.valueOf(parts.mailbox().port()));
        assertThat(properties.get("windrose.schema")).matches("flight_[0-9a-f]{8}");
        assertThat(TestParts.get().schema("flight")).isEqualTo(properties.get("windrose.schema"));
        try (Connection connection = parts.database().connect(parts.schema("flight"))) {
            assertThat(connection.getCatalog()).isEqualTo(parts.schema("flight"));
        }
    }

    @Test
    void prefersWhatIsConfiguredThenDockerThenTheEmbeddedPart() {
        DockerEngine none = new DockerEngine(Optional.empty());
        PartsChoice.Decision configured =
                new PartsChoice(Map.of("MYSQL_HOST", "db"), null, none).decide("MYSQL_HOST", "x");
        PartsChoice.Decision embedded = new PartsChoice(Map.of("MYSQL_HOST", ""), null, none).decide("MYSQL_HOST", "x");
        PartsChoice.Decision forced =
                new PartsChoice(Map.of("MYSQL_HOST", "db"), "embedded", none).decide("MYSQL_HOST", "x");

        assertThat(configured.source()).isEqualTo(PartsChoice.Source.CONFIGURED);
        assertThat(embedded)
                .isEqualTo(new PartsChoice.Decision(
                        PartsChoice.Source.EMBEDDED, "MYSQL_HOST is not set and there is no Docker"));
        assertThat(forced.source()).isEqualTo(PartsChoice.Source.EMBEDDED);
    }

    @Test
    void doesNotWaitForADockerThatIsSilentOrGone() throws Exception {
        DockerEngine gone =
                new DockerEngine(Optional.of(UnixDomainSocketAddress.of(Path.of("/nonexistent/docker.sock"))));
        assertThat(gone.obstacleTo("mysql:8.4")).isEqualTo("Docker does not answer");
        try (ServerSocket silent = new ServerSocket(0)) {
            DockerEngine engine = new DockerEngine(Optional.of(silent.getLocalSocketAddress()));
            assertThat(engine.obstacleTo("mysql:8.4")).isEqualTo("Docker does not answer");
        }
    }
}
