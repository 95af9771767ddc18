package dev.windrose.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.windrose.gateway.Client;
import dev.windrose.gateway.Client.Answer;
import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.StandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest extends GatewayTest {
    @BeforeEach
    void forget() {
        List.of(FLIGHT, BOOKING, NOTIFICATION).forEach(StandIn::reset);
    }

    private static int reached() {
        return FLIGHT.asked().size()
                + BOOKING.asked().size()
                + NOTIFICATION.asked().size();
    }

    @ParameterizedTest
    @CsvSource({
        "flight, /api/v1/cities",
        "flight, /api/v1/airports/SEA",
        "flight, /api/v1/airlines?q=al",
        "flight, /api/v1/airplanes/N613AS",
        "flight, /api/v1/flights/search?origin=SEA&destination=ANC&date=2026-12-01",
        "flight, /api/v1/flights/abc/fares/ECONOMY/history",
        "flight, /api/v1/imports/flights?dryRun=true",
        "flight, /api/v1/schedules",
        "flight, /api/v1/flight-numbers/AS65",
        "flight, /api/v1/price-watches",
        "flight, /api/v1/admin/audit-log",
        "booking, /api/v1/bookings",
        "booking, /api/v1/bookings/ABC234/payments",
        "booking, /api/v1/bookings/ABC234/check-in",
        "booking, /api/v1/boarding-passes/verify",
        "booking, /api/v1/bookings/ABC234/reviews",
        "booking, /api/v1/flight-numbers/AS65/reviews?limit=5",
        "booking, /api/v1/admin/reconciliation",
        "notification, /api/v1/notifications",
        "notification, /api/v1/notifications/preferences",
        "notification, /api/v1/admin/notifications/7/retry"
    })
    void sendsEachPathToItsService(String service, String path) {
        Answer answer = nobody().get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Served-By")).isEqualTo(service);
        assertThat(reached()).isEqualTo(1);
        StandIn standIn = List.of(FLIGHT, BOOKING, NOTIFICATION).stream()
                .filter(s -> s.name().equals(service))
                .findFirst()
                .orElseThrow();
        assertThat(standIn.asked().get(0).target()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1",
                "/api/v1/",
                "/api/v1/admin",
                "/api/v1/admin/users",
                "/api/v2/flights",
                "/flights",
                "/internal/holds",
                "/internal",
                "/api/v1/internal/holds",
                "/actuator/health",
                "/actuator",
                "/api/v1/flightsx",
                "/api/v1/fl%69ghts",
                "/api/v1/users/me/nothing"
            })
    void knowsNoOtherPath(String path) {
        admin().get(path).problem(404, "not_found");
        if (!path.startsWith("/api/v1/users")) {
            nobody().get(path).problem(404, "not_found");
        }
        assertThat(reached()).isZero();
    }

    @Test
    void handsRequestAndAnswerOnUntouched() {
        FLIGHT.answers(exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Location", "/api/v1/cities/SEA");
            headers.set("ETag", "\"v1\"");
            headers.set("Idempotent-Replayed", "true");
            headers.set("Cache-Control", "max-age=1");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Content-Security-Policy", "default-src 'none'");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Request-Id", exchange.getRequestHeaders().getFirst("X-Request-Id"));
            headers.set("Connection", "close, X-Hop");
            headers.set("X-Hop", "1");
            StandIn.reply(exchange, 201, new String(exchange.getRequestBody().readAllBytes(), "UTF-8"));
        });
        Answer answer = nobody().send(
                        "POST",
                        "/api/v1/cities?q=a%20b&q=%C3%A9&empty=&flag",
                        Map.of("name", "Zürich"),
                        "X-Request-Id",
                        "mine-1",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        "Idempotency-Key",
                        "k1",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=6.6.6.6",
                        "Keep-Alive",
                        "timeout=1",
                        "TE",
                        "trailers");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("name").asString()).isEqualTo("Zürich");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/cities/SEA");
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
        for (String once : List.of(
                "Cache-Control",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Content-Security-Policy",
                "Referrer-Policy",
                "Date")) {
            assertThat(answer.headers(once)).as(once).hasSize(1);
        }
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=1");
        assertThat(answer.headers("X-Request-Id")).containsExactly("mine-1");

        StandIn.Asked asked = FLIGHT.asked().get(0);
        assertThat(asked.target()).isEqualTo("/api/v1/cities?q=a%20b&q=%C3%A9&empty=&flag");
        assertThat(asked.header("X-request-id")).isEqualTo("mine-1");
        assertThat(asked.header("Traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(asked.header("Idempotency-key")).isEqualTo("k1");
        assertThat(asked.headers().get("X-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(asked.headers().get("X-forwarded-host")).containsExactly("127.0.0.1");
        assertThat(asked.header("X-forwarded-proto")).isEqualTo("http");
        assertThat(asked.headers()).doesNotContainKeys("Forwarded", "Keep-alive", "Te");
    }

    @Test
    void passesProblemsNotModifiedAndEmptyAnswers() {
        FLIGHT.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            StandIn.reply(exchange, 409, "{\"code\":\"price_changed\",\"currentTotal\":{\"amount\":\"1.00\"}}");
        });
        Answer problem = nobody().get("/api/v1/flights/1");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.text()).isEqualTo("{\"code\":\"price_changed\",\"currentTotal\":{\"amount\":\"1.00\"}}");
        assertThat(problem.header("Retry-After")).isEqualTo("7");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");

        FLIGHT.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.sendResponseHeaders(304, -1);
        });
        Answer same = nobody().get("/api/v1/flights/1", "If-None-Match", "\"v1\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo("\"v1\"");

        FLIGHT.answers(exchange -> exchange.sendResponseHeaders(204, -1));
        assertThat(nobody().send("DELETE", "/api/v1/cities/SEA", null).status()).isEqualTo(204);

        FLIGHT.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "42");
            exchange.sendResponseHeaders(200, -1);
        });
        Answer head = nobody().send("HEAD", "/api/v1/cities", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
    }

    @Test
    void handsTheTokenOnAndStopsABadOne() {
        Client ada = customer("Ada");
        assertThat(ada.get("/api/v1/bookings").status()).isEqualTo(200);
        assertThat(BOOKING.asked().get(0).header("Authorization")).isEqualTo("Bearer " + ada.token());
        BOOKING.reset();
        nobody().with(ada.token() + "x").get("/api/v1/bookings").problem(401, "unauthenticated");
        Answer basic = nobody().get("/api/v1/flights/1", "Authorization", "Basic YTpi");
        basic.problem(401, "unauthenticated");
        assertThat(basic.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reached()).isZero();
    }

    @Test
    void makesARequestIdWhereNoneOrAHarmfulOneCame() {
        Answer answer = nobody().get("/api/v1/cities", "X-Request-Id", "a b<script>");
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
        assertThat(answer.header("X-Request-Id")).doesNotContain("script").hasSize(36);
        assertThat(FLIGHT.asked().get(0).header("X-request-id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void refusesMethodsAndTypesAsProblems() {
        Answer get = nobody().get("/api/v1/auth/login");
        get.problem(405, "method_not_allowed");
        assertThat(get.header("Allow")).isEqualTo("POST");
        nobody().send("PURGE", "/api/v1/flights/1", null).problem(405, "method_not_allowed");
        nobody().send("POST", "/api/v1/auth/login", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .problem(415, "unsupported_media_type");
        nobody().send(
                        "POST",
                        "/api/v1/auth/login",
                        "{\"email\":\"a\",\"password\":\"b\"}",
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "text/html")
                .problem(406, "not_acceptable");
        assertThat(reached()).isZero();
    }
}
