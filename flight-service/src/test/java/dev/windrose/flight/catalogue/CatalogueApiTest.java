package dev.windrose.flight.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Cities, airports, airlines and airplanes as staff keep them and everybody sees them. */
class CatalogueApiTest extends FlightServiceTest {

    @Test
    void aCityIsAddedReadChangedAndRemoved() {
        Answer added = staff().post("/api/v1/cities", city("CAA", "Aachen", "DE", "Europe/Berlin"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/cities/CAA");
        assertThat(added.json().toString())
                .isEqualTo("{\"code\":\"CAA\",\"name\":\"Aachen\",\"country\":\"DE\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(anonymous().get("/api/v1/cities/CAA").text()).isEqualTo(added.text());

        Answer changed = admin().patch("/api/v1/cities/CAA", "{\"name\":\"Bad Aachen\",\"unknown\":1}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("Bad Aachen");
        assertThat(changed.json().path("country").asString()).isEqualTo("DE");

        assertThat(staff().delete("/api/v1/cities/CAA").status()).isEqualTo(204);
        assertThat(anonymous().get("/api/v1/cities/CAA").code()).isEqualTo("city_not_found");
        assertThat(staff().delete("/api/v1/cities/CAA").code()).isEqualTo("city_not_found");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Answer refused = staff().post("/api/v1/cities", city("hou", " ", "ZZ", "Mars/Base"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactly("code", "name", "country", "timeZone");
    }

    @Test
    void aKeyIsTakenOnce() {
        staff().post("/api/v1/airlines", airline("1A", "One", "001"));
        Answer again = staff().post("/api/v1/airlines", airline("1A", "Another", "002"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already_exists");
        assertThat(anonymous().get("/api/v1/airlines/1A").json().path("name").asString())
                .isEqualTo("One");
    }

    @Test
    void anAirportNeedsItsCityAndTheCityIsThenInUse() {
        Map<String, Object> airport = Map.of(
                "code",
                "CAB",
                "name",
                "First",
                "cityCode",
                "CAC",
                "latitude",
                51.1234567,
                "longitude",
                -0.5,
                "timeZone",
                "Europe/London");
        Answer refused = staff().post("/api/v1/airports", airport);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("cityCode");

        staff().post("/api/v1/cities", city("CAC", "Caccia", "GB", "Europe/London"));
        Answer added = staff().post("/api/v1/airports", airport);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("latitude").toString()).isEqualTo("51.123457");

        Answer inUse = staff().delete("/api/v1/cities/CAC");
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.code()).isEqualTo("in_use");
        assertThat(staff().delete("/api/v1/airports/CAB").status()).isEqualTo(204);
        assertThat(staff().delete("/api/v1/cities/CAC").status()).isEqualTo(204);
    }

    @Test
    void anAirplaneTellsItsSeats() {
        Answer added = staff().post("/api/v1/airplanes", """
                        {"registration":"C-AA1","model":"Airbus A320","cabins":[
                          {"cabin":"ECONOMY","firstRow":10,"lastRow":33,"columns":"ABC-DEF","exitRows":[15,14]},
                          {"cabin":"FIRST","firstRow":1,"lastRow":3,"columns":"AC-DF"}]}""");
        assertThat(added.status()).isEqualTo(201);
        JsonNode json = added.json();
        assertThat(json.path("capacity").asInt()).isEqualTo(24 * 6 + 3 * 4);
        assertThat(json.path("cabins").findValuesAsString("cabin")).containsExactly("FIRST", "ECONOMY");
        assertThat(json.path("cabins").path(1).path("exitRows").toString()).isEqualTo("[14,15]");

        Answer refitted = staff().patch(
                        "/api/v1/airplanes/C-AA1",
                        "{\"cabins\":[{\"cabin\":\"ECONOMY\",\"firstRow\":1,\"lastRow\":2,\"columns\":\"AB\"}]}");
        assertThat(refitted.json().path("capacity").asInt()).isEqualTo(4);
        assertThat(anonymous().get("/api/v1/airplanes/C-AA1").text()).isEqualTo(refitted.text());
        assertThat(staff().delete("/api/v1/airplanes/C-AA1").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"cabin":"ECONOMY","firstRow":0,"lastRow":3,"columns":"ABC"}                    | cabins[0]
            {"cabin":"ECONOMY","firstRow":5,"lastRow":4,"columns":"ABC"}                    | cabins[0]
            {"cabin":"ECONOMY","firstRow":1,"lastRow":100,"columns":"ABC"}                  | cabins[0]
            {"cabin":"ECONOMY","firstRow":1,"lastRow":3,"columns":"AIB"}                    | cabins[0]
            {"cabin":"ECONOMY","firstRow":1,"lastRow":3,"columns":"ABA"}                    | cabins[0]
            {"cabin":"ECONOMY","firstRow":1,"lastRow":3,"columns":"AB--C"}                  | cabins[0]
            {"cabin":"ECONOMY","firstRow":1,"lastRow":3,"columns":"ABC","exitRows":[4]}     | cabins[0]
            {"cabin":"SLEEPER","firstRow":1,"lastRow":3,"columns":"ABC"}                    | cabins[0].cabin
            {"cabin":"ECONOMY","lastRow":3,"columns":"ABC"}                                 | cabins[0].firstRow
            {"cabin":"ECONOMY","firstRow":"one","lastRow":3,"columns":"ABC"}                | cabins[0].firstRow
            null                                                                            | cabins[0]
            """)
    void aCabinThatCanNotBeIsRefused(String cabin, String field) {
        Answer refused = staff().post(
                        "/api/v1/airplanes", "{\"registration\":\"C-AA2\",\"model\":\"x\",\"cabins\":[" + cabin + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":null}", "{\"country\":\"\"}", "{\"code\":\"CAE\"}", "{\"timeZone\":7}"})
    void aPatchIsCheckedLikeTheWhole(String patch) {
        staff().post("/api/v1/cities", city("CAD", "Cadiz", "ES", "Europe/Madrid"));
        Answer refused = staff().patch("/api/v1/cities/CAD", patch);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "{\"name\":", "{\"name\":[1]}"})
    void whatIsNoJsonObjectIs400(String body) {
        assertThat(staff().patch("/api/v1/cities/QQQ", body).status()).isIn(400, 404);
        assertThat(staff().post("/api/v1/cities", body).status()).isEqualTo(400);
    }

    @Test
    void positionsOfAbsurdSizeAreRefusedQuickly() {
        for (String number : List.of("1e999999999", "1e-999999999", "90.1", "-180.0000001")) {
            Answer refused = staff().post(
                            "/api/v1/airports",
                            "{\"code\":\"CAF\",\"name\":\"x\",\"cityCode\":\"CAD\",\"latitude\":" + number
                                    + ",\"longitude\":" + number + ",\"timeZone\":\"UTC\"}");
            assertThat(refused.status()).as(number).isEqualTo(400);
        }
    }

    @Test
    void aPrefixFindsByCodeNameAndCityWithoutCaseOrAccents() {
        staff().post("/api/v1/cities", city("CZH", "Zürichberg", "CH", "Europe/Zurich"));
        staff().post("/api/v1/cities", city("CZI", "100%_Town", "CH", "Europe/Zurich"));
        staff().post(
                        "/api/v1/airports",
                        Map.of(
                                "code",
                                "CZK",
                                "name",
                                "Kloten Field",
                                "cityCode",
                                "CZH",
                                "latitude",
                                47,
                                "longitude",
                                8,
                                "timeZone",
                                "Europe/Zurich"));
        assertThat(codes("/api/v1/cities?q=czh")).containsExactly("CZH");
        assertThat(codes("/api/v1/cities?q=zurichb")).containsExactly("CZH");
        assertThat(codes("/api/v1/cities?q=ürich")).isEmpty();
        assertThat(codes("/api/v1/cities?q=100%25_t")).containsExactly("CZI");
        assertThat(codes("/api/v1/cities?q=1%25")).isEmpty();
        assertThat(codes("/api/v1/airports?q=kloten")).containsExactly("CZK");
        assertThat(codes("/api/v1/airports?q=Z%C3%BCrichberg")).containsExactly("CZK");
        assertThat(anonymous().get("/api/v1/cities?q=" + "x".repeat(121)).status())
                .isEqualTo(400);
    }

    @Test
    void walkingThePagesShowsEachOnceWhileOthersAreAdded() {
        for (char last = 'A'; last <= 'K'; last++) {
            staff().post("/api/v1/cities", city("WA" + last, "Walkway " + last, "US", "UTC"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = anonymous()
                    .get("/api/v1/cities?q=walkway&limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            seen.addAll(page.path("items").findValuesAsString("code"));
            cursor = page.path("nextCursor").asString("");
            staff().post("/api/v1/cities", city("WAZ", "Walkway Z", "US", "UTC"));
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSize(12);
        assertThat(anonymous().get("/api/v1/airlines?cursor=" + "bm8").status()).isEqualTo(400);
        assertThat(anonymous().get("/api/v1/cities?limit=101").status()).isEqualTo(400);
    }

    @Test
    void everybodyReadsAndStaffWrite() {
        Object city = city("CAG", "Cagliari", "IT", "Europe/Rome");
        assertThat(anonymous().post("/api/v1/cities", city).status()).isEqualTo(401);
        assertThat(anonymous().post("/api/v1/cities", city).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(customer().post("/api/v1/cities", city).code()).isEqualTo("forbidden");
        assertThat(customer().delete("/api/v1/cities/CAG").status()).isEqualTo(403);
        assertThat(customer().patch("/api/v1/airplanes/X", "{}").status()).isEqualTo(403);
        assertThat(bookingService().post("/api/v1/cities", city).status()).isEqualTo(401);
        assertThat(admin().post("/api/v1/cities", city).status()).isEqualTo(201);
        assertThat(anonymous().get("/api/v1/cities").status()).isEqualTo(200);
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefused() {
        String huge = "{\"code\":\"" + "x".repeat(8 << 20) + "\"}";
        Answer refused = staff().post("/api/v1/cities", huge);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("payload_too_large");
    }

    private List<String> codes(String path) {
        return anonymous().get(path).json().path("items").findValuesAsString("code");
    }

    private static Map<String, String> city(String code, String name, String country, String zone) {
        return Map.of("code", code, "name", name, "country", country, "timeZone", zone);
    }

    private static Map<String, String> airline(String code, String name, String accountingCode) {
        return Map.of("code", code, "name", name, "accountingCode", accountingCode);
    }
}
