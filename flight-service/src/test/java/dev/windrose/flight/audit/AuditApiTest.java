package dev.windrose.flight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.windrose.flight.Api;
import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.TestNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditApiTest extends FlightServiceTest {
    private static final String LOG = "/api/v1/admin/audit-log";

    @BeforeEach
    void network() {
        TestNetwork.in(staff()).withAirplane("AU-1");
    }

    @Test
    void isForAdminsAlone() {
        assertThat(anonymous().get(LOG).status()).isEqualTo(401);
        assertThat(customer().get(LOG).status()).isEqualTo(403);
        assertThat(staff().get(LOG).status()).isEqualTo(403);
        assertThat(admin().get(LOG).status()).isEqualTo(200);
    }

    @Test
    void tellsWhoCreatedChangedAndDeletedAnEntryOfTheCatalogue() {
        staff().post("/api/v1/airlines", Map.of("code", "A7", "name", "Audit Air", "accountingCode", "007"));
        admin().patch("/api/v1/airlines/A7", Map.of("name", "Audit Airways"));
        staff().delete("/api/v1/airlines/A7");

        List<JsonNode> entries = entries("subject=airline:A7");

        assertThat(actions(entries)).containsExactly("airline.deleted", "airline.changed", "airline.created");
        JsonNode changed = entries.get(1);
        assertThat(changed.at("/actor/id").asString()).isEqualTo("admin-1");
        assertThat(changed.at("/actor/email").asString()).isEqualTo("admin-1@example.com");
        assertThat(changed.at("/before/name").asString()).isEqualTo("Audit Air");
        assertThat(changed.at("/after/name").asString()).isEqualTo("Audit Airways");
        assertThat(changed.at("/at").asString()).endsWith("Z");
        assertThat(changed.at("/requestId").asString()).isNotEmpty();
        assertThat(entries.get(0).at("/after").isNull()).isTrue();
        assertThat(entries.get(2).at("/before").isNull()).isTrue();
        assertThat(entries.get(2).at("/actor/id").asString()).isEqualTo("staff-1");
    }

    @ParameterizedTest
    @CsvSource({
        "city, /api/v1/cities, '{\"code\":\"AUC\",\"name\":\"Au\",\"country\":\"US\",\"timeZone\":\"America/Denver\"}', AUC",
        "airport, /api/v1/airports, '{\"code\":\"AUP\",\"name\":\"Au\",\"cityCode\":\"SEA\",\"latitude\":1,\"longitude\":1,\"timeZone\":\"America/Denver\"}', AUP",
        "airplane, /api/v1/airplanes, '{\"registration\":\"AU-9\",\"model\":\"Au\",\"cabins\":[{\"cabin\":\"ECONOMY\",\"firstRow\":1,\"lastRow\":1,\"columns\":\"A-B\"}]}', AU-9",
    })
    void everyKindOfEntryLeavesItsTrace(String kind, String path, String body, String key) {
        assertThat(staff().post(path, body).status()).isEqualTo(201);
        assertThat(staff().delete(path + "/" + key).status()).isEqualTo(204);

        assertThat(actions(entries("subject=" + kind + ":" + key)))
                .containsExactly(kind + ".deleted", kind + ".created");
    }

    @Test
    void whatWasRefusedOrChangedNothingLeavesNoTrace() {
        Map<String, String> airline = Map.of("code", "A8", "name", "Audit Air", "accountingCode", "007");
        staff().post("/api/v1/airlines", airline);
        staff().post("/api/v1/airlines", airline);
        staff().patch("/api/v1/airlines/A8", Map.of("name", "Audit Air"));
        staff().patch("/api/v1/airlines/A8", Map.of("accountingCode", "x"));

        assertThat(actions(entries("subject=airline:A8"))).containsExactly("airline.created");
    }

    @Test
    void tellsOfFlightsAndTheirFares() {
        String flight = flight("ZZ8801", "2031-03-01");
        staff().patch("/api/v1/flights/" + flight, Map.of("destination", "HNL", "arrivalTime", "2031-03-01T12:00"));
        staff().put("/api/v1/flights/" + flight + "/fares/ECONOMY", price("90.00"));
        staff().put("/api/v1/flights/" + flight + "/fares/ECONOMY", price("90.00"));

        List<JsonNode> entries = entries("subject=flight:" + flight);

        assertThat(actions(entries)).containsExactly("flight.fare-changed", "flight.changed", "flight.created");
        assertThat(entries.get(0).at("/before/price/amount").asString()).isEqualTo("100.00");
        assertThat(entries.get(0).at("/after/price/amount").asString()).isEqualTo("90.00");
        assertThat(entries.get(1).at("/before/destination").asString()).isEqualTo("ANC");
        assertThat(entries.get(1).at("/after/destination").asString()).isEqualTo("HNL");
    }

    @Test
    void anImportTellsOfEveryRowThatLandedAndOfItself() {
        String csv = """
                code,name,accountingCode
                A2,Audit Two,002
                A3,Audit Three,003
                !!,Bad,003
                """;
        staff().postCsv("/api/v1/imports/airlines?dryRun=true", csv);
        staff().postCsv("/api/v1/imports/airlines", csv);
        staff().postCsv("/api/v1/imports/airlines", csv.replace("Audit Two", "Audit II"));

        assertThat(actions(entries("subject=airline:A2"))).containsExactly("airline.changed", "airline.created");
        assertThat(actions(entries("subject=airline:A3"))).containsExactly("airline.created");
        List<JsonNode> imports = entries("subject=import:airlines&action=airlines.imported&limit=2");
        assertThat(imports).hasSize(2);
        assertThat(imports.get(0).path("after").toString())
                .isEqualTo("{\"received\":3,\"created\":0,\"updated\":1,\"rejected\":1}");
        assertThat(imports.get(1).path("after").toString())
                .isEqualTo("{\"received\":3,\"created\":2,\"updated\":0,\"rejected\":1}");
    }

    @Test
    void anImportOfFlightsTellsOfEachFlight() {
        staff().postCsv("/api/v1/imports/flights", """
                flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares
                ZZ8802,AU-1,SEA,ANC,2031-04-01T06:00,2031-04-01T09:00,ECONOMY:100.00:USD
                """);
        String flight = anonymous()
                .get("/api/v1/flights?flightNumber=ZZ8802")
                .json()
                .at("/items/0/id")
                .asString();

        JsonNode created = entries("subject=flight:" + flight).get(0);

        assertThat(created.at("/action").asString()).isEqualTo("flight.created");
        assertThat(created.at("/after/flightNumber").asString()).isEqualTo("ZZ8802");
        assertThat(created.at("/actor/id").asString()).isEqualTo("staff-1");
    }

    @Test
    void isFilteredByWhoWhatAndWhen() {
        staff().post("/api/v1/airlines", Map.of("code", "A4", "name", "Audit Air", "accountingCode", "007"));
        admin().delete("/api/v1/airlines/A4");
        String at = entries("subject=airline:A4").get(0).at("/at").asString();

        assertThat(entries("subject=airline:A4&actor=staff-1")).hasSize(1);
        assertThat(entries("subject=airline:A4&actor=admin-1@example.com")).hasSize(1);
        assertThat(entries("subject=airline:A4&action=airline.deleted")).hasSize(1);
        assertThat(actions(entries("subject=airline:A4&from=" + at))).contains("airline.deleted");
        assertThat(actions(entries("subject=airline:A4&to=" + at))).doesNotContain("airline.deleted");
        assertThat(entries("subject=airline&action=airline.deleted")).isNotEmpty();
        assertThat(entries("subject=nothing:A4")).isEmpty();
    }

    @Test
    void everyFaultOfTheParametersIsTold() {
        Answer answer = admin().get(LOG + "?from=yesterday&to=2031-01-01");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors"))
                .extracting(fault -> fault.path("field").asString())
                .containsExactly("from", "to");
        assertThat(admin().get(LOG + "?limit=0").status()).isEqualTo(400);
        assertThat(admin().get(LOG + "?cursor=x").status()).isEqualTo(400);
    }

    /** Where the server lets the service make its triggers, as MariaDB does. */
    @Test
    void theDatabaseRefusesToAlterOrRemoveAnEntry() {
        staff().post("/api/v1/airlines", Map.of("code", "A9", "name", "Audit Air", "accountingCode", "007"));
        Integer triggers = jdbc.sql("select count(*) from information_schema.triggers"
                        + " where trigger_schema = database() and event_object_table = 'audit_log'")
                .query(Integer.class)
                .single();
        assumeThat(triggers).as("MySQL with binary logging allows none").isEqualTo(2);

        for (String statement : List.of("update audit_log set action = 'x'", "delete from audit_log")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("only added to");
        }
        assertThat(entries("subject=airline:A9")).hasSize(1);
    }

    @Test
    void pagesShowEachEntryOnceThoughOthersAreWrittenMeanwhile() {
        for (int i = 0; i < 7; i++) {
            staff().post("/api/v1/airlines", Map.of("code", "B" + i, "name", "Paged", "accountingCode", "007"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    admin().get(LOG + "?subject=airline&limit=3" + cursor).json();
            page.path("items").forEach(item -> seen.add(item.at("/id").asString()));
            staff().patch("/api/v1/airlines/B0", Map.of("name", "Paged " + seen.size()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        assertThat(seen.stream().map(Long::valueOf).toList())
                .isSortedAccordingTo(java.util.Comparator.<Long>reverseOrder());
    }

    private String flight(String number, String date) {
        Answer answer = staff().post("/api/v1/flights", """
                {"flightNumber":"%s","airplane":"AU-1","origin":"SEA","destination":"ANC",
                 "departureTime":"%sT06:00","arrivalTime":"%sT09:00",
                 "fares":[{"cabin":"ECONOMY","price":{"amount":"100.00","currency":"USD"}}]}""".formatted(number, date, date));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Map<String, Object> price(String amount) {
        return Map.of("price", Map.of("amount", amount, "currency", "USD"));
    }

    private List<JsonNode> entries(String query) {
        Api admin = admin();
        Answer answer = admin.get(LOG + "?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> actions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("action").asString()).toList();
    }
}
