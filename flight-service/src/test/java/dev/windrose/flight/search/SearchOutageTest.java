package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.localstack.DatabasePart;
import dev.windrose.localstack.TestParts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** The database may go: searches are answered from what was known, and say so; when it is back, what happened meanwhile shows. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class SearchOutageTest extends FlightServiceTest {
    private static final String STALE_SINCE = "X-Windrose-Stale-Since";
    private static final DatabasePart DATABASE = TestParts.get().database();
    private static final BreakableProxy PROXY = new BreakableProxy(DATABASE.host(), DATABASE.port());
    private static final LocalDate DAY = LocalDate.now().plusDays(25);

    @DynamicPropertySource
    static void throughTheProxy(DynamicPropertyRegistry registry) {
        registry.add("windrose.database.server-url", () -> "jdbc:mysql://127.0.0.1:" + PROXY.port());
    }

    @AfterEach
    void mend() {
        PROXY.mend();
    }

    @Test
    void searchesGoOnThroughAnOutageAndCatchUpAfterIt(CapturedOutput output) throws SQLException {
        try (var connection = DATABASE.connect(schema())) {
            JdbcClient direct = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Network network = network(direct);
            long flight =
                    network.flight("YO1", "YOA", "YOB", DAY.atTime(9, 0), DAY.atTime(10, 30), Network.economy(5_000));
            await().atMost(Duration.ofSeconds(10)).until(() -> price().equals("50.00"));
            assertThat(search().header(STALE_SINCE)).isEmpty();

            Instant cutAt = Instant.now();
            PROXY.cut();
            network.price(flight, 4_000);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !search().header(STALE_SINCE).isEmpty());
            assertThat(Instant.parse(search().header(STALE_SINCE)))
                    .isBetween(cutAt.minusSeconds(3), cutAt.plusSeconds(3));
            assertThat(search().status()).isEqualTo(200);
            assertThat(price()).isEqualTo("50.00");
            assertThat(readiness()).isEqualTo(200);

            PROXY.mend();
            await().atMost(Duration.ofSeconds(10)).until(() -> price().equals("40.00"));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> search().header(STALE_SINCE).isEmpty());
        }
        assertThat(output).containsOnlyOnce("can't follow the tables").containsOnlyOnce("follows the tables again");
    }

    private static Network network(JdbcClient jdbc) {
        Network network = new Network(jdbc)
                .city("YOA", "Outage", "UTC")
                .city("YOB", "Return", "UTC")
                .airport("YOA", "YOA", "UTC")
                .airport("YOB", "YOB", "UTC")
                .airline("YO");
        network.catalogueWritten();
        return network;
    }

    private String schema() {
        return environment.getRequiredProperty("windrose.schema");
    }

    /** On the management port, as an orchestrator asks. */
    private int readiness() {
        String port = environment.getRequiredProperty("local.management.port");
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/actuator/health/readiness")
                .exchange((request, answer) -> answer.getStatusCode().value());
    }

    private String price() {
        return search().json()
                .path("items")
                .path(0)
                .path("pricePerSeat")
                .path("amount")
                .asString("");
    }

    private Answer search() {
        return anonymous().get("/api/v1/flights/search?origin=YOA&destination=YOB&date=" + DAY);
    }
}
