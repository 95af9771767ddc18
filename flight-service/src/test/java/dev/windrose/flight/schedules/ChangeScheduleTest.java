package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff change of a season, first looked at, then done. The week is Monday 2 to Sunday 8 June 2031. */
class ChangeScheduleTest extends SchedulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"departureLocalTime":"07:00"}                                           | 0 | 7 | 0
            {"duration":"PT8H30M","effectiveFrom":"2031-06-05"}                      | 0 | 4 | 0
            {"daysOfWeek":["MONDAY","TUESDAY"]}                                      | 0 | 0 | 5
            {"to":"2031-06-04"}                                                      | 0 | 0 | 4
            {"to":"2031-06-10"}                                                      | 2 | 0 | 0
            {"daysOfWeek":["MONDAY","FRIDAY"],"to":"2031-06-20","departureLocalTime":"09:00"} | 4 | 2 | 5
            {"fares":[{"cabin":"FIRST","price":{"amount":"99.00","currency":"EUR"}}]} | 0 | 7 | 0
            {"departureLocalTime":"06:15","duration":"PT8H"}                         | 0 | 0 | 0
            {}                                                                       | 0 | 0 | 0
            """)
    void thePreviewIsWhatIsDone(String change, int created, int changed, int deleted) {
        String id = created(week());
        String before = state(id);

        Answer preview = preview(id, change);

        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.json().path("dryRun").asBoolean()).isTrue();
        assertThat(preview.json().path("refusedWith").isNull()).isTrue();
        assertThat(state(id)).isEqualTo(before);
        Answer done = patch(id, change);
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().path("dryRun").asBoolean(true)).isFalse();
        assertThat(withoutDryRun(done)).isEqualTo(withoutDryRun(preview));
        assertThat(counts(done)).containsExactly(created, changed, deleted);
        assertThat(flights(number)).hasSize(7 + created - deleted);
        assertThat(counts(patch(id, change))).as("again").containsExactly(0, 0, 0);
    }

    @Test
    void theFlightsAreAsTheChangeSays() {
        String id = created(week());
        String other = airplane();
        patch(
                id,
                Map.of(
                        "daysOfWeek",
                        List.of("SATURDAY", "WEDNESDAY"),
                        "to",
                        "2031-06-11",
                        "departureLocalTime",
                        "23:30"));
        patch(
                id,
                Map.of("airplane", other, "duration", "PT2H", "fares", fares("99.00"), "effectiveFrom", "2031-06-05"));

        assertThat(times(number))
                .containsExactly(
                        "2031-06-04T23:30:00+01:00 > 2031-06-05T02:30:00-04:00",
                        "2031-06-07T23:30:00+01:00 > 2031-06-07T20:30:00-04:00",
                        "2031-06-11T23:30:00+01:00 > 2031-06-11T20:30:00-04:00");
        assertThat(flights(number).stream()
                        .map(flight ->
                                flight.path("airplane").path("registration").asString() + " "
                                        + flight.path("cabins")
                                                .path(0)
                                                .path("price")
                                                .path("amount")
                                                .asString()))
                .containsExactly(airplane + " 129.50", other + " 99.00", other + " 99.00");
        assertThat(anonymous()
                        .get("/api/v1/flights/" + flightOn(number, "2031-06-07") + "/fares/ECONOMY/history")
                        .json()
                        .path("items")
                        .findValuesAsString("amount"))
                .containsExactly("129.50", "99.00");
        JsonNode shown = schedule(id);
        assertThat(shown.path("to").asString()).isEqualTo("2031-06-11");
        assertThat(shown.path("generatedUntil").asString()).isEqualTo("2031-06-11");
        assertThat(shown.path("flightsCreated").asInt()).isEqualTo(8);
        assertThat(shown.path("duration").asString()).isEqualTo("PT2H");
        assertThat(texts(shown.path("periods"), "from")).containsExactly("2031-06-02", "2031-06-05");
        assertThat(texts(shown.path("periods"), "duration")).containsExactly("PT8H", "PT2H");
    }

    /** What changes from a day on changes all that holds later; a day that is added is flown as that day's period says. */
    @Test
    void aLaterPeriodKeepsWhatIsItsOwn() {
        String id = created(with(week(), "daysOfWeek", List.of("MONDAY", "SATURDAY")));
        patch(id, Map.of("departureLocalTime", "10:00", "effectiveFrom", "2031-06-05"));

        patch(id, Map.of("daysOfWeek", List.of("MONDAY", "WEDNESDAY", "SATURDAY", "SUNDAY"), "duration", "PT9H"));

        assertThat(times(number))
                .containsExactly(
                        "2031-06-02T06:15:00+01:00 > 2031-06-02T10:15:00-04:00",
                        "2031-06-04T06:15:00+01:00 > 2031-06-04T10:15:00-04:00",
                        "2031-06-07T10:00:00+01:00 > 2031-06-07T14:00:00-04:00",
                        "2031-06-08T10:00:00+01:00 > 2031-06-08T14:00:00-04:00");
    }

    @Test
    void aFareOfOneFlightOutlivesAChangeOfTimes() {
        String id = created(week());
        String flight = flightOn(number, "2031-06-05");
        staff().put(
                        "/api/v1/flights/" + flight + "/fares/ECONOMY",
                        "{\"price\":{\"amount\":\"5.00\",\"currency\":\"USD\"}}");

        patch(id, Map.of("departureLocalTime", "08:00"));

        JsonNode shown = anonymous().get("/api/v1/flights/" + flight).json();
        assertThat(shown.path("departureTime").asString()).isEqualTo("2031-06-05T08:00:00+01:00");
        assertThat(shown.path("cabins").path(0).path("price").path("amount").asString())
                .isEqualTo("5.00");
    }

    @Test
    void aBookedFlightIsNeverTouchedSilently() {
        String id = created(week());
        String booked = flightOn(number, "2031-06-05");
        held(booked);
        String asBooked = anonymous().get("/api/v1/flights/" + booked).text();
        String before = state(id);
        String change = "{\"departureLocalTime\":\"07:00\",\"daysOfWeek\":[\"MONDAY\",\"THURSDAY\"]}";

        Answer preview = preview(id, change);
        assertThat(preview.json().path("refusedWith").asString()).isEqualTo("has_bookings");
        Answer refused = patch(id, change);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("has_bookings");
        String listed = "[{\"flightId\":\"" + booked + "\",\"date\":\"2031-06-05\",\"reason\":\"has_bookings\"}]";
        assertThat(preview.json().path("flightsUntouched").toString()).isEqualTo(listed);
        assertThat(refused.json().path("flightsUntouched").toString()).isEqualTo(listed);
        assertThat(state(id)).isEqualTo(before);

        String keeping = change.replace("}", ",\"bookedFlights\":\"KEEP\"}");
        Answer previewKeeping = preview(id, keeping);
        Answer kept = patch(id, keeping);
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(withoutDryRun(kept)).isEqualTo(withoutDryRun(previewKeeping));
        assertThat(counts(kept)).containsExactly(0, 1, 5);
        assertThat(kept.json().path("flightsUntouched").toString()).isEqualTo(listed);
        assertThat(anonymous().get("/api/v1/flights/" + booked).text()).isEqualTo(asBooked);
        assertThat(times(number))
                .containsExactly(
                        "2031-06-02T07:00:00+01:00 > 2031-06-02T10:00:00-04:00",
                        "2031-06-05T06:15:00+01:00 > 2031-06-05T09:15:00-04:00");
    }

    @Test
    void aBookedFlightThatStaysAsItIsStandsInNobodysWay() {
        String id = created(week());
        held(flightOn(number, "2031-06-02"));
        assertThat(counts(patch(id, Map.of("duration", "PT9H", "effectiveFrom", "2031-06-03"))))
                .containsExactly(0, 6, 0);
        assertThat(patch(id, Map.of("duration", "PT8H", "effectiveFrom", "2031-06-03"))
                        .status())
                .isEqualTo(200);
        assertThat(counts(patch(id, Map.of("duration", "PT8H")))).containsExactly(0, 0, 0);
    }

    /** Bookings that are over may still be asked about: their flight may change, but not go. */
    @Test
    void aFlightThatWasOnceBookedMayChangeButNotGo() {
        String id = created(week());
        String flight = flightOn(number, "2031-06-05");
        released(held(flight));

        assertThat(counts(patch(id, Map.of("duration", "PT9H")))).containsExactly(0, 7, 0);
        assertThat(patch(id, Map.of("to", "2031-06-04")).code()).isEqualTo("has_bookings");
        Answer kept = patch(id, Map.of("to", "2031-06-04", "bookedFlights", "KEEP"));
        assertThat(counts(kept)).containsExactly(0, 0, 3);
        assertThat(dates(number)).containsExactly("2031-06-02", "2031-06-03", "2031-06-04", "2031-06-05");
        // the season reaches it again: it is taken back as it would be made
        patch(id, Map.of("duration", "PT1H", "effectiveFrom", "2031-06-04"));
        assertThat(counts(patch(id, Map.of("to", "2031-06-06")))).containsExactly(1, 1, 0);
        assertThat(flights(number).get(3).path("duration").asString()).isEqualTo("PT1H");
    }

    @Test
    void aFlightThatIsDelayedOrCancelledStaysAndIsNamed() {
        String id = created(week());
        status("2031-06-03", "CANCELLED");
        status("2031-06-04", "DELAYED");
        Answer done = patch(id, Map.of("departureLocalTime", "08:00"));
        assertThat(counts(done)).containsExactly(0, 5, 0);
        assertThat(texts(done.json().path("flightsUntouched"), "date")).containsExactly("2031-06-03", "2031-06-04");
        assertThat(texts(done.json().path("flightsUntouched"), "reason")).containsOnly("not_scheduled");
        assertThat(times(number))
                .contains(
                        "2031-06-03T06:15:00+01:00 > 2031-06-03T09:15:00-04:00",
                        "2031-06-04T06:15:00+01:00 > 2031-06-04T09:15:00-04:00",
                        "2031-06-05T08:00:00+01:00 > 2031-06-05T11:00:00-04:00");
    }

    /** What staff have made another flight of is theirs. */
    @Test
    void aFlightOfAnotherNumberIsNoLongerTheSchedules() {
        String id = created(week());
        String flight = flightOn(number, "2031-06-05");
        staff().patch("/api/v1/flights/" + flight, Map.of("flightNumber", number + "X"));
        assertThat(counts(patch(id, Map.of("departureLocalTime", "08:00")))).containsExactly(0, 6, 0);
        assertThat(staff().delete(SCHEDULES + "/" + id).status()).isEqualTo(204);
        assertThat(times(number + "X")).containsExactly("2031-06-05T06:15:00+01:00 > 2031-06-05T09:15:00-04:00");
    }

    /** Twenty hours daily: each flight moves into the time that the one before or behind it leaves. */
    @Test
    void flightsMakeRoomForEachOther() {
        String id = created(with(week(), "duration", "PT20H"));
        assertThat(counts(patch(id, Map.of("departureLocalTime", "12:00")))).containsExactly(0, 7, 0);
        assertThat(counts(patch(id, Map.of("departureLocalTime", "00:30")))).containsExactly(0, 7, 0);
        Answer refused = patch(id, Map.of("duration", "PT25H"));
        assertThat(refused.code()).isEqualTo("airplane_busy");
        assertThat(texts(refused.json().path("conflicts"), "date")).hasSize(6).doesNotContain("2031-06-02");
    }

    @Test
    void conflictsAreNamedAndNothingIsDone() {
        String id = created(week());
        String busy = airplane;
        String seven = number;
        number = number + "C";
        airplane = airplane();
        created(season("JLO", "JNY", "05:00", "PT8H", "2031-06-05", "2031-06-06"));
        Map<String, Object> change = Map.of("airplane", airplane);
        String before = state(id);
        Answer preview = preview(id, change);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("refusedWith").asString()).isEqualTo("airplane_busy");
        assertThat(texts(preview.json().path("conflicts"), "date")).containsExactly("2031-06-05", "2031-06-06");
        Answer refused = patch(id, change);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("airplane_busy");
        assertThat(refused.json().path("conflicts")).isEqualTo(preview.json().path("conflicts"));

        number = seven;
        airplane = airplane();
        staff().post(
                        "/api/v1/flights",
                        Map.of(
                                "flightNumber",
                                seven,
                                "airplane",
                                airplane,
                                "origin",
                                "JLO",
                                "destination",
                                "JNY",
                                "departureTime",
                                "2031-06-10T20:00",
                                "arrivalTime",
                                "2031-06-10T22:00",
                                "fares",
                                fares("1.00")));
        Answer exists = patch(id, Map.of("to", "2031-06-11"));
        assertThat(exists.code()).isEqualTo("already_exists");
        assertThat(texts(exists.json().path("conflicts"), "date")).containsExactly("2031-06-10");
        assertThat(state(id)).isEqualTo(before);
        assertThat(schedule(id).path("airplane").asString()).isEqualTo(busy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"effectiveFrom":"2026-01-01"}                        | effectiveFrom
            {"effectiveFrom":"2031-06-01"}                        | effectiveFrom
            {"effectiveFrom":"2031-06-09"}                        | effectiveFrom
            {"to":"2031-06-01"}                                   | to
            {"to":"2031-06-02","effectiveFrom":"2031-06-05"}      | to
            {"to":"2032-07-10"}                                   | to
            {"to":"2031-06-20","openEnded":true}                  | to
            {"duration":"PT0M"}                                   | duration
            {"departureLocalTime":"25:00"}                        | departureLocalTime
            {"daysOfWeek":[]}                                     | daysOfWeek
            {"airplane":"NO-SUCH"}                                | airplane
            {"fares":[]}                                          | fares
            {"fares":[{"cabin":"BUSINESS","price":{"amount":"9.00","currency":"EUR"}}]} | fares
            {"bookedFlights":"CANCEL"}                            | bookedFlights
            {"flightNumber":"J71"}                                | flightNumber
            {"origin":"JBE"}                                      | origin
            {"from":"2031-06-03"}                                 | from
            """)
    void whatCanNotBeIsRefused(String change, String field) {
        String id = created(week());
        String before = state(id);
        Answer refused = patch(id, change.replace("J71\"", "J71X\""));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
        assertThat(fields(preview(id, change.replace("J71\"", "J71X\"")))).containsExactly(field);
        assertThat(state(id)).isEqualTo(before);
    }

    @Test
    void everyFaultIsNamedAtOnceAndWhatIsFixedMayBeRepeated() {
        String id = created(week());
        assertThat(fields(staff().patch(SCHEDULES + "/" + id + "?dryRun=maybe", """
                        {"flightNumber":"ZZ1","duration":"long","airplane":"NO-SUCH","effectiveFrom":"2020-01-01"}""")))
                .containsExactlyInAnyOrder("dryRun", "flightNumber", "duration", "airplane", "effectiveFrom");
        Answer same = patch(id, """
                        {"flightNumber":"%s","origin":"JLO","destination":"JNY","from":"2031-06-02"}""".formatted(number));
        assertThat(counts(same)).containsExactly(0, 0, 0);
    }

    /** Weekly, and by the real clock: the horizon is 360 days from today. */
    @Test
    void anEndIsTakenAwayAndSetAgain() {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(5);
        String id = created(with(
                season(
                        "JLO",
                        "JNY",
                        "06:15",
                        "PT8H",
                        from.toString(),
                        from.plusDays(9).toString()),
                "daysOfWeek",
                List.of(from.getDayOfWeek().name())));
        assertThat(flights(number)).hasSize(2);

        assertThat(counts(patch(id, Map.of("openEnded", true)))).containsExactly(49, 0, 0);
        JsonNode endless = schedule(id);
        assertThat(endless.path("openEnded").asBoolean()).isTrue();
        assertThat(endless.path("to").isNull()).isTrue();
        assertThat(LocalDate.parse(endless.path("generatedUntil").asString())).isAfter(from.plusDays(353));
        assertThat(counts(patch(
                        id,
                        Map.of(
                                "duration",
                                "PT9H",
                                "effectiveFrom",
                                from.plusDays(3000).toString()))))
                .as("beyond what is generated")
                .containsExactly(0, 0, 0);

        String end = from.plusDays(14).toString();
        assertThat(counts(patch(id, Map.of("to", end)))).containsExactly(0, 0, 48);
        assertThat(dates(number))
                .containsExactly(from.toString(), from.plusDays(7).toString(), end);
        assertThat(schedule(id).path("generatedUntil").asString()).isEqualTo(end);
    }

    @Test
    void oneWithoutAnEndBeginsNoEarlierThanToday() {
        Map<String, Object> season = season("JLO", "JNY", "06:15", "PT8H", "2026-01-05", "2026-01-07");
        season.put("openEnded", true);
        assertThat(fields(staff().post(SCHEDULES, season))).containsExactly("to", "from");
    }

    @Test
    void aScheduleGoesWithItsFlights() {
        String id = created(week());
        String booked = flightOn(number, "2031-06-05");
        String gone = flightOn(number, "2031-06-06");
        held(booked);
        Answer refused = staff().delete(SCHEDULES + "/" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("has_bookings");
        assertThat(texts(refused.json().path("flightsUntouched"), "flightId")).containsExactly(booked);
        assertThat(flights(number)).hasSize(7);
        assertThat(fields(staff().delete(SCHEDULES + "/" + id + "?bookedFlights=ALL")))
                .containsExactly("bookedFlights");

        assertThat(staff().delete(SCHEDULES + "/" + id + "?bookedFlights=KEEP").status())
                .isEqualTo(204);
        assertThat(anonymous().get(SCHEDULES + "/" + id).code()).isEqualTo("schedule_not_found");
        assertThat(dates(number)).containsExactly("2031-06-05");
        assertThat(jdbc.sql("select count(*) from flight_change where flight_id = ?")
                        .param(gone)
                        .query(Long.class)
                        .single())
                .as("noted when made and when removed")
                .isEqualTo(2);
    }

    @Test
    void whatStaffDidIsWrittenDown() {
        String id = created(week());
        patch(id, Map.of("duration", "PT9H"));
        patch(id, Map.of("duration", "PT9H"));
        preview(id, Map.of("duration", "PT10H"));
        String flight = flightOn(number, "2031-06-05");
        staff().delete(SCHEDULES + "/" + id);

        assertThat(texts(audited("schedule:" + id), "action"))
                .containsExactly("schedule.deleted", "schedule.changed", "schedule.created");
        JsonNode change = audited("schedule:" + id).path(1);
        assertThat(change.path("before").path("duration").asString()).isEqualTo("PT8H");
        assertThat(change.path("after").path("duration").asString()).isEqualTo("PT9H");
        assertThat(texts(audited("flight:" + flight), "action"))
                .containsExactly("flight.deleted", "flight.changed", "flight.created");
    }

    private JsonNode audited(String subject) {
        return admin().get("/api/v1/admin/audit-log?subject=" + subject).json().path("items");
    }

    @Test
    void flownFlightsOutliveTheirSchedule() {
        String id = created(season("JLO", "JNY", "06:15", "PT8H", "2026-01-05", "2026-01-07"));
        assertThat(staff().delete(SCHEDULES + "/" + id).status()).isEqualTo(204);
        assertThat(dates(number)).containsExactly("2026-01-05", "2026-01-06", "2026-01-07");
    }

    private Map<String, Object> week() {
        return season("JLO", "JNY", "06:15", "PT8H", "2031-06-02", "2031-06-08");
    }

    private void status(String date, String status) {
        jdbc.sql("update flight set status = ? where flight_number = ? and departure_date = ?")
                .params(status, number, date)
                .update();
    }

    /** All that a change could touch. */
    private String state(String id) {
        long noted = jdbc.sql("select count(*) from flight_change c join schedule_flight s on s.flight_id = c.flight_id"
                        + " where s.schedule_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        return schedule(id) + " " + noted + " "
                + flights(schedule(id).path("flightNumber").asString()).stream()
                        .filter(flight ->
                                !flight.path("departureTime").asString().startsWith("2031-06-10T20"))
                        .toList();
    }

    private static ObjectNode withoutDryRun(Answer answer) {
        return ((ObjectNode) answer.json()).without("dryRun");
    }

    private static List<Integer> counts(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonNode json = answer.json();
        return List.of(
                json.path("flightsCreated").asInt(),
                json.path("flightsChanged").asInt(),
                json.path("flightsDeleted").asInt());
    }
}
