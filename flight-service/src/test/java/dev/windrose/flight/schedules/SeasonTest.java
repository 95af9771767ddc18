package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Seasons as staff make them. All dates and offsets are written by hand. */
class SeasonTest extends SchedulesTest {

    @Test
    void aSeasonIsMadeAndShown() {
        Map<String, Object> season = season("JLO", "JNY", "06:15", "PT8H5M", "2031-06-02", "2031-06-15");
        season.put("daysOfWeek", List.of("FRIDAY", "MONDAY"));
        season.put(
                "fares",
                List.of(
                        Map.of("cabin", "ECONOMY", "price", Map.of("amount", "129.50", "currency", "USD")),
                        Map.of("cabin", "FIRST", "price", Map.of("amount", "480.00", "currency", "USD"))));

        Answer made = staff().post(SCHEDULES, season);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.header("Location")).isEqualTo("/api/v1/schedules/" + id);
        String terms = "\"airplane\":\"" + airplane + "\",";
        String flown =
                "\"departureLocalTime\":\"06:15\",\"duration\":\"PT8H5M\",\"daysOfWeek\":[\"MONDAY\",\"FRIDAY\"],";
        String fares = "\"fares\":[{\"cabin\":\"FIRST\",\"price\":{\"amount\":\"480.00\",\"currency\":\"USD\"}},"
                + "{\"cabin\":\"ECONOMY\",\"price\":{\"amount\":\"129.50\",\"currency\":\"USD\"}}]";
        assertThat(made.text())
                .isEqualTo("{\"id\":\"" + id + "\",\"flightNumber\":\"" + number + "\"," + terms
                        + "\"origin\":\"JLO\",\"destination\":\"JNY\"," + flown
                        + "\"from\":\"2031-06-02\",\"to\":\"2031-06-15\",\"openEnded\":false," + fares
                        + ",\"flightsCreated\":4,\"generatedUntil\":\"2031-06-15\",\"periods\":[{\"from\":\"2031-06-02\","
                        + terms + flown + fares + "}],\"problems\":[]}");
        assertThat(anonymous().get(SCHEDULES + "/" + id).text()).isEqualTo(made.text());
        assertThat(dates(number)).containsExactly("2031-06-02", "2031-06-06", "2031-06-09", "2031-06-13");
        JsonNode flight = flights(number).get(0);
        assertThat(flight.path("airplane").path("registration").asString()).isEqualTo(airplane);
        assertThat(flight.path("cabins").findValuesAsString("seatsAvailable")).containsExactly("2", "12");
        String flightId = flight.path("id").asString();
        assertThat(anonymous()
                        .get("/api/v1/flights/" + flightId + "/fares/FIRST/history")
                        .json()
                        .path("items")
                        .findValuesAsString("amount"))
                .containsExactly("480.00");
        assertThat(jdbc.sql("select count(*) from flight_change where flight_id = ?")
                        .param(flightId)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void londonPutsItsClockForwardAndBack() {
        created(season("JLO", "JHN", "06:15", "PT3H", "2031-03-29", "2031-03-30"));
        created(season("JLO", "JHN", "06:15", "PT3H", "2031-10-25", "2031-10-26"));
        assertThat(times(number))
                .containsExactly(
                        "2031-03-29T06:15:00Z > 2031-03-28T23:15:00-10:00",
                        "2031-03-30T06:15:00+01:00 > 2031-03-29T22:15:00-10:00",
                        "2031-10-25T06:15:00+01:00 > 2031-10-24T22:15:00-10:00",
                        "2031-10-26T06:15:00Z > 2031-10-25T23:15:00-10:00");
    }

    /** Also at the other end: the flight takes as long as ever, so it is the arrival's clock that shows it. */
    @Test
    void newYorkDoesSoOnOtherDays() {
        created(season("JNY", "JLO", "18:00", "PT7H", "2031-03-08", "2031-03-09"));
        created(season("JNY", "JLO", "18:00", "PT7H", "2031-11-01", "2031-11-02"));
        assertThat(times(number))
                .containsExactly(
                        "2031-03-08T18:00:00-05:00 > 2031-03-09T06:00:00Z",
                        "2031-03-09T18:00:00-04:00 > 2031-03-10T05:00:00Z",
                        "2031-11-01T18:00:00-04:00 > 2031-11-02T05:00:00Z",
                        "2031-11-02T18:00:00-05:00 > 2031-11-03T06:00:00Z");
    }

    @Test
    void lordHowePutsItsClockHalfAnHour() {
        created(season("JLH", "JHN", "09:00", "PT10H", "2031-04-05", "2031-04-06"));
        created(season("JLH", "JHN", "09:00", "PT10H", "2031-10-04", "2031-10-05"));
        assertThat(times(number))
                .containsExactly(
                        "2031-04-05T09:00:00+11:00 > 2031-04-04T22:00:00-10:00",
                        "2031-04-06T09:00:00+10:30 > 2031-04-05T22:30:00-10:00",
                        "2031-10-04T09:00:00+10:30 > 2031-10-03T22:30:00-10:00",
                        "2031-10-05T09:00:00+11:00 > 2031-10-04T22:00:00-10:00");
    }

    @Test
    void overTheDateLineOneArrivesTheDayBefore() {
        created(season("JAK", "JHN", "00:30", "PT8H40M", "2031-06-10", "2031-06-10"));
        assertThat(times(number)).containsExactly("2031-06-10T00:30:00+12:00 > 2031-06-09T11:10:00-10:00");
        assertThat(flights(number).get(0).path("duration").asString()).isEqualTo("PT8H40M");
    }

    @ParameterizedTest
    @CsvSource({
        "JBE, 02:30, 2031-03-30, 2031-03-30T03:30:00+02:00",
        "JNY, 02:30, 2031-03-09, 2031-03-09T03:30:00-04:00",
        "JLO, 01:30, 2031-03-30, 2031-03-30T02:30:00+01:00",
        "JLH, 02:15, 2031-10-05, 2031-10-05T02:45:00+11:00",
        // 23:00 to 24:00 is left out, and a flight keeps its date
        "JNU, 23:30, 2031-03-29, 2031-03-29T22:59:00-02:00"
    })
    void aTimeThatIsSkippedIsMovedForwardByTheGap(String origin, String time, String date, String departure) {
        created(season(origin, "JHN", time, "PT1H", date, date));
        assertThat(flights(number).get(0).path("departureTime").asString()).isEqualTo(departure);
        assertThat(dates(number)).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource({
        "JBE, 02:30, 2031-10-26, 2031-10-26T02:30:00+02:00, 2031-10-26T01:00:00Z",
        "JNY, 01:30, 2031-11-02, 2031-11-02T01:30:00-04:00, 2031-11-02T06:00:00Z",
        "JLH, 01:45, 2031-04-06, 2031-04-06T01:45:00+11:00, 2031-04-05T15:15:00Z"
    })
    void ofATimeThatIsShownTwiceTheFirstIsMeant(
            String origin, String time, String date, String departure, String arrivalUtc) {
        String destination = origin.equals("JBE") ? "JNY" : "JBE";
        created(season(origin, destination, time, "PT30M", date, date));
        JsonNode flight = flights(number).get(0);
        assertThat(flight.path("departureTime").asString()).isEqualTo(departure);
        assertThat(java.time.OffsetDateTime.parse(flight.path("arrivalTime").asString())
                        .toInstant())
                .isEqualTo(java.time.Instant.parse(arrivalUtc));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(fields(staff().post(SCHEDULES, "{}")))
                .containsExactly(
                        "flightNumber",
                        "airplane",
                        "origin",
                        "destination",
                        "departureLocalTime",
                        "duration",
                        "daysOfWeek",
                        "from",
                        "to",
                        "fares");
        Answer wrong = staff().post(SCHEDULES, """
                        {"flightNumber":"Q965","airplane":"NO-SUCH","origin":"QQQ","destination":"QQQ","departureLocalTime":"6:15",
                         "duration":"PT49H","daysOfWeek":["MONDAY","FUNDAY",null],"from":"2031-05-02","to":"2031-05-01",
                         "fares":[{"cabin":"SLEEPER","price":{"amount":"1.00","currency":"USD"}},
                                  {"cabin":"FIRST","price":{"amount":"1.00","currency":"USD"}},
                                  {"cabin":"FIRST","price":{"amount":"1.00","currency":"EUR"}}]}""");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(fields(wrong))
                .containsExactlyInAnyOrder(
                        "flightNumber",
                        "airplane",
                        "origin",
                        "destination",
                        "destination",
                        "departureLocalTime",
                        "duration",
                        "daysOfWeek[1]",
                        "daysOfWeek[2]",
                        "to",
                        "fares[0].cabin",
                        "fares",
                        "fares");
    }

    @ParameterizedTest
    @CsvSource({
        "duration, PT0M",
        "duration, PT3H35M10S",
        "duration, P",
        "duration, PT",
        "duration, -PT3H",
        "duration, 3:35",
        "duration, PT48H1M",
        "departureLocalTime, 24:00",
        "departureLocalTime, 06:15:00",
        "from, 2031-02-30",
        "from, 1999-12-31",
        "to, 2032-06-06",
        "to, tomorrow",
        "daysOfWeek, ''"
    })
    void whatCanNotBeIsRefused(String field, String value) {
        Map<String, Object> season = season("JLO", "JNY", "06:15", "PT8H", "2031-05-03", "2031-05-04");
        season.put(field, field.equals("daysOfWeek") ? List.of() : value);
        Answer refused = staff().post(SCHEDULES, season);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
        assertThat(flights(number)).isEmpty();
    }

    @Test
    void aSeasonWithoutAnyDayIsAMistake() {
        Map<String, Object> season = season("JLO", "JNY", "06:15", "PT8H", "2031-05-03", "2031-05-04");
        assertThat(fields(staff().post(SCHEDULES, with(season, "daysOfWeek", List.of("MONDAY", "FRIDAY")))))
                .containsExactly("daysOfWeek");
    }

    @Test
    void fourHundredDaysAreAllowedAndOneMoreIsNot() {
        // 2031-01-01 and 399 days more
        Answer made = staff().post(SCHEDULES, season("JLO", "JNY", "06:15", "PT8H", "2031-01-01", "2032-02-04"));
        assertThat(made.json().path("flightsCreated").asInt()).isEqualTo(400);
        number += "A";
        Answer refused = staff().post(SCHEDULES, season("JLO", "JNY", "06:15", "PT8H", "2031-01-01", "2032-02-05"));
        assertThat(fields(refused)).containsExactly("to");
    }

    @Test
    void allOrNoneIfAFlightIsThereAlready() {
        created(season("JLO", "JNY", "06:15", "PT8H", "2031-07-03", "2031-07-04"));
        airplane = airplane();
        Answer refused = staff().post(SCHEDULES, season("JLO", "JBE", "20:00", "PT2H", "2031-07-01", "2031-07-10"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("already_exists");
        JsonNode conflicts = refused.json().path("conflicts");
        assertThat(texts(conflicts, "date")).containsExactly("2031-07-03", "2031-07-04");
        assertThat(texts(conflicts, "code")).containsOnly("already_exists");
        assertThat(flights(number)).hasSize(2);
        assertThat(anonymous().get(SCHEDULES + "?flightNumber=" + number).json().path("items"))
                .hasSize(1);
    }

    @Test
    void allOrNoneIfTheAirplaneIsBusy() {
        created(season("JLO", "JNY", "06:15", "PT8H", "2031-07-03", "2031-07-04"));
        String first = number;
        number += "B";
        Answer refused = staff().post(SCHEDULES, season("JLO", "JBE", "12:00", "PT2H", "2031-07-02", "2031-07-05"));
        assertThat(refused.code()).isEqualTo("airplane_busy");
        assertThat(texts(refused.json().path("conflicts"), "date")).containsExactly("2031-07-03", "2031-07-04");
        assertThat(flights(number)).isEmpty();
        assertThat(flights(first)).hasSize(2);
        created(season("JLO", "JBE", "14:15", "PT2H", "2031-07-02", "2031-07-05"));
    }

    @Test
    void anAirplaneIsNotTwiceOnTheSameFlightNumberEither() {
        Answer refused = staff().post(SCHEDULES, season("JLO", "JNY", "06:15", "PT30H", "2031-07-01", "2031-07-04"));
        assertThat(refused.code()).isEqualTo("airplane_busy");
        assertThat(texts(refused.json().path("conflicts"), "date"))
                .containsExactly("2031-07-02", "2031-07-03", "2031-07-04");
        assertThat(flights(number)).isEmpty();
        created(season("JLO", "JNY", "06:15", "PT24H", "2031-07-01", "2031-07-04"));
    }

    @Test
    void schedulesAreListedPageByPage() {
        List<String> made = new ArrayList<>();
        for (int month = 1; month <= 5; month++) {
            String day = "2031-0" + month + "-10";
            made.add(created(season("JLO", month == 3 ? "JBE" : "JNY", "06:15", "PT8H", day, day)));
        }
        String list = SCHEDULES + "?flightNumber=" + number;
        JsonNode first = anonymous().get(list + "&limit=2").json();
        String next = first.path("nextCursor").asString();
        JsonNode second = anonymous().get(list + "&limit=2&cursor=" + next).json();
        String last = second.path("nextCursor").asString();
        JsonNode third = anonymous().get(list + "&limit=2&cursor=" + last).json();
        List<String> seen = new ArrayList<>(texts(first.path("items"), "id"));
        seen.addAll(texts(second.path("items"), "id"));
        seen.addAll(texts(third.path("items"), "id"));
        assertThat(seen).containsExactlyElementsOf(made);
        assertThat(third.path("nextCursor").isNull()).isTrue();
        assertThat(anonymous().get(list + "&destination=JBE&origin=JLO").json().path("items"))
                .hasSize(1);
        assertThat(anonymous().get(list + "&origin=JNY").json().path("items")).isEmpty();
        assertThat(fields(anonymous().get(SCHEDULES + "?flightNumber=7&origin=LONDON")))
                .containsExactly("flightNumber", "origin");
        assertThat(fields(anonymous().get(SCHEDULES + "?cursor=" + next))).containsExactly("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "999999999", "99999999999999999999"})
    void anUnknownIdIsNotFound(String id) {
        String path = SCHEDULES + "/" + id;
        for (Answer answer : List.of(anonymous().get(path), staff().patch(path, "{}"), staff().delete(path))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("schedule_not_found");
        }
    }

    @Test
    void whatSchedulesUseIsKept() {
        String id = created(new HashMap<>(season("JLO", "JNU", "06:15", "PT8H", "2031-05-01", "2031-05-02")));
        jdbc.sql("delete f from flight f where flight_number = ?").param(number).update();
        for (String path : List.of("/api/v1/airports/JNU", "/api/v1/airlines/J7", "/api/v1/airplanes/" + airplane)) {
            Answer refused = staff().delete(path);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("in_use");
        }
        assertThat(staff().delete(SCHEDULES + "/" + id).status()).isEqualTo(204);
        assertThat(staff().delete("/api/v1/airplanes/" + airplane).status()).isEqualTo(204);
    }

    @Test
    void everybodyReadsAndStaffWrite() {
        Map<String, Object> season = season("JLO", "JNY", "06:15", "PT8H", "2031-05-01", "2031-05-02");
        assertThat(anonymous().post(SCHEDULES, season).status()).isEqualTo(401);
        assertThat(customer().post(SCHEDULES, season).status()).isEqualTo(403);
        assertThat(customer().patch(SCHEDULES + "/1", "{}").status()).isEqualTo(403);
        assertThat(customer().delete(SCHEDULES + "/1").status()).isEqualTo(403);
        assertThat(admin().post(SCHEDULES, season).status()).isEqualTo(201);
    }
}
