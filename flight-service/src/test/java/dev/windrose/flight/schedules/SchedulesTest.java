package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Places in zones that are worth a test, airline J7, and a new flight number and airplane for each test. */
abstract class SchedulesTest extends FlightServiceTest {
    static final String DAILY =
            "[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"]";
    static final String SCHEDULES = "/api/v1/schedules";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<String, String> ZONES = Map.of(
            "JLO", "Europe/London",
            "JBE", "Europe/Berlin",
            "JNY", "America/New_York",
            "JLH", "Australia/Lord_Howe",
            "JAK", "Pacific/Auckland",
            "JHN", "Pacific/Honolulu",
            "JNU", "America/Nuuk");

    String number = "";
    String airplane = "";

    @BeforeEach
    void catalogue() {
        ZONES.forEach((code, zone) -> {
            jdbc.sql("insert ignore into city (code, name, country, time_zone) values (?, ?, 'XK', ?)")
                    .params(code, "City " + code, zone)
                    .update();
            jdbc.sql(
                            "insert ignore into airport (code, name, city_code, latitude, longitude, time_zone) values (?, ?, ?, 1, 1, ?)")
                    .params(code, "Airport " + code, code, zone)
                    .update();
        });
        jdbc.sql("insert ignore into airline (code, name, accounting_code) values ('J7', 'Season Air', '777')")
                .update();
        number = "J7" + NEXT.incrementAndGet();
        airplane = airplane();
    }

    /** Another airplane with 12 seats in ECONOMY and 2 in FIRST. */
    String airplane() {
        String registration = "J-" + NEXT.incrementAndGet();
        jdbc.sql("insert into airplane (registration, model) values (?, 'Twig 14')")
                .param(registration)
                .update();
        cabin(registration, "ECONOMY", 12);
        cabin(registration, "FIRST", 2);
        return registration;
    }

    private void cabin(String registration, String cabin, int capacity) {
        jdbc.sql(
                        "insert into airplane_cabin (registration, cabin, first_row, last_row, seat_columns, exit_rows, capacity)"
                                + " values (?, ?, 1, 1, 'A', '', ?)")
                .params(registration, cabin, capacity)
                .update();
    }

    /** A season of ECONOMY at 129.50 USD, daily; each part can be put otherwise. */
    Map<String, Object> season(
            String origin, String destination, String time, String duration, String from, String to) {
        Map<String, Object> season = new LinkedHashMap<>();
        season.put("flightNumber", number);
        season.put("airplane", airplane);
        season.put("origin", origin);
        season.put("destination", destination);
        season.put("departureLocalTime", time);
        season.put("duration", duration);
        season.put("daysOfWeek", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"));
        season.put("from", from);
        season.put("to", to);
        season.put("fares", fares("129.50"));
        return season;
    }

    static List<Object> fares(String economy) {
        return List.of(Map.of("cabin", "ECONOMY", "price", Map.of("amount", economy, "currency", "USD")));
    }

    static Map<String, Object> with(Map<String, Object> season, String field, Object value) {
        season.put(field, value);
        return season;
    }

    String created(Map<String, Object> season) {
        Answer answer = staff().post(SCHEDULES, season);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    JsonNode schedule(String id) {
        return anonymous().get(SCHEDULES + "/" + id).json();
    }

    Answer patch(String id, Object change) {
        return staff().patch(SCHEDULES + "/" + id, change);
    }

    Answer preview(String id, Object change) {
        return staff().patch(SCHEDULES + "/" + id + "?dryRun=true", change);
    }

    /** All flights of the number, in the order of departure. */
    List<JsonNode> flights(String flightNumber) {
        List<JsonNode> flights = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = anonymous()
                    .get("/api/v1/flights?limit=100&flightNumber=" + flightNumber + "&cursor=" + cursor)
                    .json();
            page.path("items").forEach(flights::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return flights;
    }

    /** {@code departure > arrival} of each, local as shown. */
    List<String> times(String flightNumber) {
        return flights(flightNumber).stream()
                .map(flight -> flight.path("departureTime").asString() + " > "
                        + flight.path("arrivalTime").asString())
                .toList();
    }

    List<String> dates(String flightNumber) {
        return flights(flightNumber).stream()
                .map(flight -> flight.path("departureTime").asString().substring(0, 10))
                .toList();
    }

    String flightOn(String flightNumber, String date) {
        JsonNode found = anonymous()
                .get("/api/v1/flights?flightNumber=" + flightNumber + "&date=" + date)
                .json();
        assertThat(found.path("items")).hasSize(1);
        return found.path("items").path(0).path("id").asString();
    }

    /** A booking with a seat in ECONOMY. */
    String held(String flight) {
        String booking = UUID.randomUUID().toString();
        Answer answer = hold(booking, flight);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return booking;
    }

    Answer hold(String booking, String flight) {
        return bookingService()
                .put(
                        "/internal/holds/" + booking,
                        Map.of(
                                "expiresAt",
                                "2099-01-01T00:00:00.000Z",
                                "quantity",
                                1,
                                "segments",
                                List.of(Map.of("flightId", flight, "cabin", "ECONOMY"))));
    }

    void released(String booking) {
        assertThat(bookingService().delete("/internal/holds/" + booking).status())
                .isEqualTo(204);
    }

    static List<String> fields(Answer answer) {
        return answer.json().path("errors").findValuesAsString("field");
    }

    static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }
}
