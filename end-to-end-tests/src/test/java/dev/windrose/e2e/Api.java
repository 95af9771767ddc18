package dev.windrose.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as a client sees it, at one base address, perhaps signed in. */
record Api(String base, @Nullable String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newFixedThreadPool(8, r -> {
                Thread thread = new Thread(r, "test-client");
                thread.setDaemon(true);
                return thread;
            }))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Api at(String base) {
        return new Api(base, null);
    }

    Api as(String accessToken) {
        return new Api(base, accessToken);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return post(path, body, null);
    }

    Answer post(String path, String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = json(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /** As {@link #post}, but a broken connection is an answer, too: nothing is known. */
    Answer tryPost(String path, String body, String idempotencyKey) {
        return orBroken(() -> post(path, body, idempotencyKey));
    }

    static Answer orBroken(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException e) {
            return new Answer(0, String.valueOf(e.getCause()), null);
        }
    }

    Answer put(String path, String body) {
        return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer patch(String path, String body) {
        return send(json(path).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer importCsv(String path, String csv) {
        return send(request(path)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. A status of 0 stands for a connection that broke: nothing is known. */
    record Answer(int status, String text, @Nullable HttpResponse<String> response) {
        static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body(), response);
        }

        JsonNode json() {
            return JSON.readTree(text);
        }

        String string(String field) {
            return json().path(field).asString();
        }

        String code() {
            return string("code");
        }

        Optional<String> header(String name) {
            return response == null ? Optional.empty() : response.headers().firstValue(name);
        }

        /** This answer, if it has that status; else a failure that shows it. */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but got " + status + " " + text);
            }
            return this;
        }
    }
}
