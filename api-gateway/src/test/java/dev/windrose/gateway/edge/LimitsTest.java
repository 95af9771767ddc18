package dev.windrose.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.gateway.Client;
import dev.windrose.gateway.Client.Answer;
import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.StandIn;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LimitsTest extends GatewayTest {
    private static final int MB = 1024 * 1024;

    @DynamicPropertySource
    static void origins(DynamicPropertyRegistry registry) {
        registry.add("CORS_ALLOWED_ORIGINS", () -> "https://app.example, http://localhost:*");
    }

    @BeforeEach
    void forget() {
        List.of(FLIGHT, BOOKING, NOTIFICATION).forEach(StandIn::reset);
    }

    /** A body of that many bytes that is never whole in memory. */
    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(length, left);
                java.util.Arrays.fill(into, offset, offset + n, (byte) 'x');
                left -= n;
                return n;
            }
        };
    }

    private Answer upload(String path, long size, boolean announced) {
        var body = BodyPublishers.ofInputStream(() -> zeros(size));
        return Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "text/csv")
                .POST(announced ? BodyPublishers.fromPublisher(body, size) : body)
                .build());
    }

    @Test
    void takesAMegabyteAndNoMore() {
        for (boolean announced : List.of(true, false)) {
            assertThat(upload("/api/v1/bookings", MB, announced).status()).isEqualTo(200);
            upload("/api/v1/bookings", MB + 1, announced).problem(413, "payload_too_large");
            upload("/api/v1/auth/signup", MB + 1, true).problem(413, "payload_too_large");
        }
        String longName = "{\"fullName\":\"" + "x".repeat(MB) + "\"}";
        Answer ours = Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/auth/signup"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(longName.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build());
        ours.problem(413, "payload_too_large");
        assertThat(BOOKING.asked()).hasSize(2);
    }

    @Test
    void streamsAnImportWithoutHoldingItAndWithoutTheUsualTimeLimit() {
        AtomicLong arrived = new AtomicLong();
        AtomicLong mostUsed = new AtomicLong();
        FLIGHT.answers(exchange -> {
            byte[] buffer = new byte[64 * 1024];
            InputStream body = exchange.getRequestBody();
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                long before = arrived.getAndAdd(n);
                if (before / (32L * MB) != arrived.get() / (32L * MB)) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    mostUsed.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                }
            }
            pauseBeyondTheBudget();
            StandIn.reply(exchange, 200, "{\"received\":1}");
        });
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        Answer answer = upload("/api/v1/imports/flights", 100L * MB, false);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(arrived).hasValue(100L * MB);
        assertThat(mostUsed.get() - before).isLessThan(50L * MB);
        upload("/api/v1/imports/flights", 100L * MB + 1, true).problem(413, "payload_too_large");
        upload("/api/v1/imports/flights", 100L * MB + 1, false).problem(413, "payload_too_large");
    }

    private static void pauseBeyondTheBudget() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void passesOnARefusalThatComesBeforeTheEndOfAnUpload() {
        FLIGHT.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            StandIn.reply(exchange, 403, "{\"code\":\"forbidden\"}");
            exchange.getResponseBody().flush();
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        });
        Answer answer = upload("/api/v1/imports/flights", 4L * MB, true);
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void letsPagesOfAllowedOriginsCall() {
        for (String origin : List.of("https://app.example", "http://localhost:5173")) {
            Answer preflight = nobody().send(
                            "OPTIONS",
                            "/api/v1/bookings",
                            null,
                            "Origin",
                            origin,
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "authorization,idempotency-key");
            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(preflight.header("Access-Control-Allow-Headers")).contains("idempotency-key");
            Answer answer = nobody().get("/api/v1/bookings", "Origin", origin);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("Location", "X-Request-Id");
        }
        BOOKING.reset();
        for (String origin : List.of("https://evil.example", "http://localhost.evil.example:80", "null")) {
            nobody().send(
                            "OPTIONS",
                            "/api/v1/bookings",
                            null,
                            "Origin",
                            origin,
                            "Access-Control-Request-Method",
                            "POST")
                    .problem(403, "forbidden");
            Answer answer = nobody().get("/", "Origin", origin);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
        assertThat(BOOKING.asked()).isEmpty();
    }

    @Test
    void welcomesABrowser() {
        Answer page = nobody().get("/", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.headers("Content-Security-Policy")).hasSize(1);
        assertThat(page.text()).contains("Windrose");
        for (String header : List.of("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")) {
            assertThat(page.headers(header)).as(header).hasSize(1);
        }
    }
}
