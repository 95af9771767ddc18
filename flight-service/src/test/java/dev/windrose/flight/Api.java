package dev.windrose.flight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP, as somebody. */
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final @Nullable String token;
    private final Map<String, String> headers;

    Api(String base, @Nullable String token) {
        this(base, token, Map.of());
    }

    private Api(String base, @Nullable String token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same service, called with another token. */
    public Api with(String otherToken) {
        return new Api(base, otherToken, headers);
    }

    /** The same service and caller, with a header. */
    public Api withHeader(String name, String value) {
        return new Api(base, token, Map.of(name, value));
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    /** With If-None-Match. */
    public Answer getUnless(String path, String etag) {
        return call(HttpRequest.newBuilder(URI.create(base + path)).header("If-None-Match", etag));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    /** @param json a text, or anything Jackson makes JSON of */
    public Answer post(String path, Object json) {
        return send("POST", path, "application/json", body(json));
    }

    public Answer put(String path, Object json) {
        return send("PUT", path, "application/json", body(json));
    }

    public Answer patch(String path, Object json) {
        return send("PATCH", path, "application/json", body(json));
    }

    public Answer postCsv(String path, BodyPublisher csv) {
        return send("POST", path, "text/csv", csv);
    }

    public Answer postCsv(String path, String csv) {
        return postCsv(path, BodyPublishers.ofString(csv));
    }

    public Answer send(String method, String path, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return call(request);
    }

    private Answer call(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(120));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.build().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher body(Object json) {
        return BodyPublishers.ofString(json instanceof String text ? text : JSON.writeValueAsString(json));
    }

    /** An answer: status, headers, and the body as JSON. */
    public static final class Answer {
        private final HttpResponse<String> response;

        Answer(HttpResponse<String> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The stable code of a problem, empty if it has none. */
        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return response.statusCode() + " " + response.body();
        }
    }
}
