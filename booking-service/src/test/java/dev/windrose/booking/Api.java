package dev.windrose.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls one replica over HTTP, as somebody. */
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOOKINGS = "/api/v1/bookings";

    private final String base;
    private final @Nullable String token;

    Api(int port, @Nullable String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, @Nullable String key, @Nullable String json) {
        return send("POST", path, key, json);
    }

    public Answer book(@Nullable String key, String json) {
        return post(BOOKINGS, key, json);
    }

    /** Books one adult on these flights, with a key of its own. */
    public Answer book(String... flights) {
        return book(UUID.randomUUID().toString(), Requests.booking(1, flights));
    }

    public Answer pay(String reference, @Nullable String key, String json) {
        return post(BOOKINGS + "/" + reference + "/payments", key, json);
    }

    public Answer pay(String reference) {
        return pay(reference, UUID.randomUUID().toString(), Requests.card(Requests.PAYS));
    }

    public Answer cancel(String reference) {
        return post(
                BOOKINGS + "/" + reference + "/cancellation", UUID.randomUUID().toString(), null);
    }

    /** Cancels these passengers (from 1) on these flights, all where there are none, with a key of its own. */
    public Answer cancel(String reference, List<Integer> passengers, List<String> flights) {
        String body = JSON.writeValueAsString(
                Map.of("passengerIds", passengers.stream().map(String::valueOf).toList(), "flightIds", flights));
        return post(
                BOOKINGS + "/" + reference + "/cancellation", UUID.randomUUID().toString(), body);
    }

    /** What that would give back. */
    public Answer quote(String reference, List<Integer> passengers, List<String> flights) {
        String ids = passengers.stream().map(String::valueOf).collect(Collectors.joining(","));
        return get(BOOKINGS + "/" + reference + "/cancellation?passengerIds=" + ids + "&flightIds="
                + String.join(",", flights));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, null, json);
    }

    /** Chooses seats, each as {@code passenger:seat}. */
    public Answer seat(String reference, String flight, String... seats) {
        String assignments = Arrays.stream(seats)
                .map(seat -> seat.split(":", 2))
                .map(seat -> "{\"passengerId\":\"" + seat[0] + "\",\"seat\":\"" + seat[1] + "\"}")
                .collect(Collectors.joining(","));
        return put(
                BOOKINGS + "/" + reference + "/seats",
                "{\"flightId\":\"" + flight + "\",\"assignments\":[" + assignments + "]}");
    }

    /** Checks these passengers in, all where there are none, with a key of its own. */
    public Answer checkIn(String reference, String flight, Integer... passengers) {
        String body = JSON.writeValueAsString(Map.of(
                "flightId",
                flight,
                "passengerIds",
                Arrays.stream(passengers).map(String::valueOf).toList()));
        return post(BOOKINGS + "/" + reference + "/check-in", UUID.randomUUID().toString(), body);
    }

    public Answer boardingPasses(String reference) {
        return get(BOOKINGS + "/" + reference + "/boarding-passes");
    }

    /** What is no text. */
    public byte[] download(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer booking(String reference) {
        return get(BOOKINGS + "/" + reference);
    }

    private Answer send(String method, String path, @Nullable String key, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

        /** A member of the body as text, empty if it isn't there. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        public String code() {
            return at("/code");
        }

        public String reference() {
            return at("/reference");
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
