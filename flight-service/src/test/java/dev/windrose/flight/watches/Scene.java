package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.Api;
import dev.windrose.flight.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Places, flights and fares of these tests' own, made over HTTP. City QWA has airports QWA and QWX; QWB and QWC have one each. */
final class Scene {
    static final int SEATS = 2;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String ZONE = "America/Denver";

    private final Api staff;
    private final Api bookings;

    Scene(Api staff, Api bookings) {
        this.staff = staff;
        this.bookings = bookings;
        for (String code : List.of("QWA", "QWB", "QWC")) {
            add("/api/v1/cities", Map.of("code", code, "name", "City " + code, "country", "US", "timeZone", ZONE));
            airport(code, code);
        }
        airport("QWX", "QWA");
        add("/api/v1/airlines", Map.of("code", "QW", "name", "Quick Wings", "accountingCode", "998"));
    }

    /** A flight of two seats in ECONOMY, at local times, an hour long. */
    String flight(String from, String to, LocalDateTime departs, String price) {
        int number = NUMBERS.incrementAndGet();
        String airplane = "QW-" + number;
        add(
                "/api/v1/airplanes",
                "{\"registration\":\"" + airplane + "\",\"model\":\"Twig 2\",\"cabins\":"
                        + "[{\"cabin\":\"ECONOMY\",\"firstRow\":1,\"lastRow\":1,\"columns\":\"A-C\"}]}");
        Answer answer = staff.post(
                "/api/v1/flights",
                Map.of(
                        "flightNumber",
                        "QW" + number,
                        "airplane",
                        airplane,
                        "origin",
                        from,
                        "destination",
                        to,
                        "departureTime",
                        departs.toString(),
                        "arrivalTime",
                        departs.plusHours(1).toString(),
                        "fares",
                        List.of(Map.of("cabin", "ECONOMY", "price", usd(price)))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    void fare(String flightId, String price) {
        Answer answer = staff.put("/api/v1/flights/" + flightId + "/fares/ECONOMY", Map.of("price", usd(price)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Takes all seats. @return what gives them back */
    Runnable sellOut(String flightId) {
        String hold = "/internal/holds/" + UUID.randomUUID();
        Answer answer = bookings.put(
                hold,
                Map.of(
                        "segments",
                        List.of(Map.of("flightId", flightId, "cabin", "ECONOMY")),
                        "quantity",
                        SEATS,
                        "expiresAt",
                        Instant.now()
                                .plusSeconds(900)
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return () -> assertThat(bookings.delete(hold).status()).isEqualTo(204);
    }

    /** Waits until searches show that lowest price of the day; an empty one: until nothing is on sale. */
    void awaitLowest(String from, String to, LocalDate date, String amount) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lowest(from, to, date)).isEqualTo(amount));
    }

    private String lowest(String from, String to, LocalDate date) {
        return staff.get("/api/v1/flights/lowest-fares?origin=" + from + "&destination=" + to + "&month="
                        + YearMonth.from(date))
                .json()
                .path("items")
                .valueStream()
                .filter(day -> day.path("date").asString().equals(date.toString()))
                .map(day -> day.at("/price/amount").asString(""))
                .findFirst()
                .orElse("no such day");
    }

    /** Watches as somebody. @return the watch */
    static JsonNode watch(Api user, Map<String, Object> request) {
        Answer answer = user.post("/api/v1/price-watches", request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    static Map<String, Object> journey(String from, String to, LocalDate date) {
        return Map.of("origin", from, "destination", to, "date", date.toString());
    }

    static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private void airport(String code, String city) {
        add(
                "/api/v1/airports",
                Map.of(
                        "code",
                        code,
                        "name",
                        code + " International",
                        "cityCode",
                        city,
                        "latitude",
                        "39.8",
                        "longitude",
                        "-104.6",
                        "timeZone",
                        ZONE));
    }

    private void add(String path, Object body) {
        Answer answer = staff.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
    }
}
