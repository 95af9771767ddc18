package dev.windrose.localstack.demo;

import dev.windrose.localstack.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The few calls of the public API that the demo makes. */
final class Api {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration CALL_LIMIT = Duration.ofSeconds(15);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(5);

    private final String base;
    private final @Nullable String token;

    Api(String base) {
        this(base, null);
    }

    private Api(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** Status and body of an answer; the body is a missing node if it isn't JSON. */
    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        String summary() {
            JsonNode json = json();
            String detail =
                    json.path("detail").asString(body.lines().findFirst().orElse(""));
            return "HTTP " + status + " " + json.path("code").asString("") + " " + detail;
        }
    }

    Api withToken(String accessToken) {
        return new Api(base, accessToken);
    }

    Answer get(String path) {
        return send(request(path).GET().timeout(CALL_LIMIT));
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .timeout(CALL_LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    }

    /** A call that may be repeated under the same key. */
    Answer post(String path, Map<String, Object> body, String idempotencyKey) {
        return send(request(path)
                .timeout(CALL_LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
    }

    Answer postCsv(String path, String csv) {
        return send(request(path)
                .timeout(IMPORT_LIMIT)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new LocalStackException(
                    "No answer from " + base + ": " + e + " (is it running? ./windrose up starts it)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
