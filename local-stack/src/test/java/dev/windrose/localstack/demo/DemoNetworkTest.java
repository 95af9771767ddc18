package dev.windrose.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoNetworkTest {

    private static final Instant DAY = Instant.parse("2026-12-01T10:00:00Z");

    @TempDir
    Path data;

    private final Map<String, String> imported = new LinkedHashMap<>();
    private final HttpServer gateway;
    private int importStatus = 200;

    DemoNetworkTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/auth/login", exchange -> answer(exchange, 200, "{\"accessToken\":\"t\"}"));
        gateway.createContext(
                "/api/v1/airports/AMS", exchange -> answer(exchange, imported.isEmpty() ? 404 : 200, "{}"));
        gateway.createContext("/api/v1/imports/", this::takeImport);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void loadsEverythingOnceInTheOrderThatReferencesNeed() {
        load(DAY);
        assertThat(imported.keySet()).containsExactly("cities", "airports", "airlines", "airplanes", "flights");
        assertThat(imported.getOrDefault("flights", "")).contains(",2026-12-01T", ",2027-01-29T");

        imported.replaceAll((kind, csv) -> "");
        load(DAY);
        assertThat(imported.values()).containsOnly("");
    }

    @Test
    void addsTheDaysThatHavePassedSince() {
        load(DAY);
        imported.replaceAll((kind, csv) -> "");
        load(DAY.plus(Duration.ofDays(3)));

        assertThat(imported.getOrDefault("cities", "")).isEmpty();
        assertThat(imported.getOrDefault("flights", ""))
                .contains(",2027-01-30T", ",2027-02-01T")
                .doesNotContain(",2027-01-28T");
    }

    @Test
    void loadsAgainWhenTheDatabaseIsAnotherOne() {
        load(DAY);
        imported.clear();
        load(DAY);
        assertThat(imported).hasSize(5);
    }

    @Test
    void remembersNothingOfAnImportThatFailed() {
        importStatus = 503;
        assertThatThrownBy(() -> load(DAY))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("the import of cities failed: HTTP 503");
        assertThat(Files.exists(data.resolve("demo-network.properties"))).isFalse();
    }

    private void load(Instant now) {
        StackSettings settings = StackSettings.from(
                data,
                Map.of(
                        "WINDROSE_DATA", data.toString(),
                        "GATEWAY_PORT", String.valueOf(gateway.getAddress().getPort())));
        new DemoNetwork(settings, line -> {}, Clock.fixed(now, ZoneOffset.UTC)).load();
    }

    private void takeImport(HttpExchange exchange) throws IOException {
        String kind = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        String csv = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer t");
        if (importStatus == 200) {
            imported.put(kind, csv);
        }
        answer(exchange, importStatus, "{\"received\":1,\"created\":1,\"updated\":0,\"rejected\":0,\"errors\":[]}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
