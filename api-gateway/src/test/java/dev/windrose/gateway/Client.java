package dev.windrose.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway, with or without a token. */
public record Client(int port, @Nullable String token) {
    public static final String PASSWORD = "grün wie Gras im Mai";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public static String freshEmail() {
        return "user-" + UUID.randomUUID() + "@example.com";
    }

    public Client with(@Nullable String otherToken) {
        return new Client(port, otherToken);
    }

    public Client signedUpAs(String email, String name) {
        assertThat(post("/api/v1/auth/signup", Map.of("email", email, "password", PASSWORD, "fullName", name))
                        .status())
                .isEqualTo(201);
        return loggedInAs(email, PASSWORD);
    }

    public Client loggedInAs(String email, String password) {
        Answer answer = post("/api/v1/auth/login", Map.of("email", email, "password", password));
        assertThat(answer.status()).isEqualTo(200);
        return with(answer.json().get("accessToken").asString());
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** @param body an object for JSON, a text as it is, or null. @param headers name, value, name, value … */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, publisher(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        return body instanceof String text
                ? HttpRequest.BodyPublishers.ofString(text)
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** That it is a problem document of this status and code, complete in form. */
        public JsonNode problem(int status, String code) {
            assertThat(status()).as(text()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode body = json();
            assertThat(body.get("code").asString()).as(text()).isEqualTo(code);
            assertThat(body.get("status").asInt()).isEqualTo(status);
            for (String member : List.of("type", "title", "detail", "instance", "requestId")) {
                assertThat(body.hasNonNull(member)).as(member).isTrue();
            }
            assertThat(body.get("requestId").asString()).isEqualTo(Objects.requireNonNull(header("X-Request-Id")));
            return body;
        }

        /** The faults as {@code field:code}. */
        public List<String> faults() {
            return problem(400, "validation_failed")
                    .get("errors")
                    .valueStream()
                    .map(fault -> fault.get("field").asString() + ":"
                            + fault.get("code").asString())
                    .toList();
        }
    }
}
