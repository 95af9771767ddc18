package dev.windrose.flight.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.TestNetwork;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files of each kind, good and bad. */
class ImportApiTest extends FlightServiceTest {
    private static final String FLIGHTS =
            "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares\n";
    private static final String FARES = "ECONOMY:129.50:USD|FIRST:480.00:USD";

    @BeforeEach
    void network() {
        TestNetwork.in(staff()).withAirplane("G-ONE").withAirplane("G-TWO");
    }

    @Test
    void aCatalogueLandsOnceIsUpdatedAndRepeatedWithoutEffect() {
        assertReport(importCsv("cities", "code,name,country,timeZone\nIAA,Ipswich,GB,Europe/London\n"), 1, 1, 0, 0);
        assertReport(importCsv("cities", "timeZone,code,country,name\nEurope/London,IAA,GB,Ipswich\n"), 1, 0, 0, 0);
        assertReport(importCsv("cities", "code,name,country,timeZone\nIAA,Ipswitch,GB,Europe/London\n"), 1, 0, 1, 0);

        String airports =
                "code,name,cityCode,latitude,longitude,timeZone\nIAB,Quay,IAA,52.05999990,1.15,Europe/London\n";
        assertReport(importCsv("airports", airports), 1, 1, 0, 0);
        assertReport(importCsv("airports", airports), 1, 0, 0, 0);
        String airlines = "code,name,accountingCode\nI1,\"Inn, Air\",000\n";
        assertReport(importCsv("airlines", airlines), 1, 1, 0, 0);
        assertReport(importCsv("airlines", airlines), 1, 0, 0, 0);
        assertThat(anonymous().get("/api/v1/airlines/I1").json().path("name").asString())
                .isEqualTo("Inn, Air");
        String airplanes = "registration,model,cabins\nI-ONE,Twig,ECONOMY:10-33:ABC-DEF:14+15|FIRST:1-3:AC-DF\n";
        assertReport(importCsv("airplanes", airplanes), 1, 1, 0, 0);
        assertReport(importCsv("airplanes", airplanes), 1, 0, 0, 0);
        assertReport(importCsv("airplanes", airplanes.replace("10-33", "10-34")), 1, 0, 1, 0);
        assertThat(anonymous()
                        .get("/api/v1/airplanes/I-ONE")
                        .json()
                        .path("capacity")
                        .asInt())
                .isEqualTo(25 * 6 + 12);
    }

    @Test
    void badRowsOfACatalogueAreListedAndTheOthersLand() {
        Answer airports = importCsv(
                "airports",
                "code,name,cityCode,latitude,longitude,timeZone\n"
                        + "IBA,One,SEA,91,0,UTC\nIBB,Two,QQQ,1,1,UTC\nIBC,Three,SEA,1,1,Mars\nIBD,Four,SEA,1,1,UTC\n"
                        + "IBD,Five,SEA,1,1,UTC\nSEA,Seattle International,SEA,1,1,UTC\nibe,,SEA,x,1e3,\n");
        assertReport(airports, 7, 1, 0, 6);
        assertThat(lines(airports)).containsExactly(2, 3, 4, 6, 7, 8);
        assertThat(codes(airports)).containsExactly("invalid", "unknown", "invalid", "duplicate", "in_use", "invalid");
        assertThat(messages(airports).get(5)).contains("code ", "name ", "latitude ", "longitude ", "timeZone ");

        Answer airplanes = importCsv(
                "airplanes",
                "registration,model,cabins\nI-A,x,ECONOMY:1-2:AIB\nI-B,x,ECONOMY:1-2:AB|ECONOMY:3-4:AB\n"
                        + "I-C,x,ECONOMY:1-2:AB|FIRST:2-3:AB\nI-D,x,SLEEPER:1-2:AB\nI-E,x,\nI-F,x,ECONOMY:1-200:AB\n"
                        + "I-G,x,ECONOMY:1-2:AB:3\nI-H,x,ECONOMY:1-2\n=I,x,ECONOMY:1-2:AB\n");
        assertReport(airplanes, 9, 0, 0, 9);
    }

    @Test
    void everyFaultOfAFlightIsListedWithItsLineAndOnlyGoodRowsLand() {
        List<String> rows = new ArrayList<>();
        rows.add("ZZ301,G-ONE,SEA,ANC,2031-01-01T08:00,2031-01-01T10:40," + FARES);
        rows.add("\"ZZ302\",\"G-TWO\",SEA,ANC,2031-01-01T08:00,2031-01-01T10:40,\"" + FARES + "\"");
        rows.add("ZZ303,G-ONE,SEA,ANC,2031-01-02T08:00,2031-01-02T10:40," + FARES + "\r");
        int firstBad = rows.size() + 2;
        rows.addAll(List.of(
                flight("ZZ304", "G-ONE", "QQQ", "2031-01-03T08:00", "2031-01-03T10:40", FARES),
                "ZZ305,G-ONE,ANC,ANC,2031-01-03T08:00,2031-01-03T10:40," + FARES,
                flight("ZZ306", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T06:59", FARES),
                flight("ZZ307", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T07:00", FARES),
                flight("ZZ308", "G-ONE", "SEA", "2031-03-09T02:30", "2031-03-09T07:00", FARES),
                flight("ZZ309", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "ECONOMY:-1.00:USD"),
                flight("ZZ310", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "ECONOMY:1x.00:USD"),
                flight("ZZ311", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "\"ECONOMY:1,00:USD\""),
                flight("ZZ312", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "ECONOMY:1.000:USD"),
                flight("ZZ313", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "ECONOMY:9e99:USD"),
                flight(
                        "ZZ314",
                        "G-ONE",
                        "SEA",
                        "2031-01-03T08:00",
                        "2031-01-03T10:00",
                        "ECONOMY:\u0661.\u0660\u0660:USD"),
                flight("ZZ315", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "ECONOMY:1.00:DOL"),
                flight(
                        "ZZ316",
                        "G-ONE",
                        "SEA",
                        "2031-01-03T08:00",
                        "2031-01-03T10:00",
                        "ECONOMY:1.00:USD|FIRST:1.00:EUR"),
                flight("ZZ317", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "SLEEPER:1.00:USD"),
                flight("ZZ318", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", "BUSINESS:1.00:USD"),
                flight(
                        "ZZ319",
                        "G-ONE",
                        "SEA",
                        "2031-01-03T08:00",
                        "2031-01-03T10:00",
                        "ECONOMY:1.00:USD|ECONOMY:1.00:USD"),
                flight("ZZ320", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", ""),
                "ZZ321,G-ONE,SEA,ANC,2031-01-03T08:00,2031-01-03T10:00",
                "ZZ322,G-ONE,SEA,ANC,2031-01-03T08:00,2031-01-03T10:00," + FARES + ",more",
                flight("ZZ323", "G-TWO", "SEA", "2031-01-01T09:00", "2031-01-01T11:00", FARES),
                flight("ZZ324", "G-NONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("QQ325", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ" + "9".repeat(300), "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ326", "G".repeat(10_000), "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ327'); drop table flight;--", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ\"328", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("=1+cmd|x!A0", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("\uFEFFZZ329", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ3\u000030", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES),
                flight("ZZ331", "G-ONE", "SEA", "2031-02-30T08:00", "2031-02-30T10:00", FARES),
                flight("ZZ332", "G-ONE", "SEA", "01/03/2031 08:00", "01/03/2031 10:00", FARES),
                flight("ZZ333", "G-ONE", "SEA", "2031-01-03T08:00Z", "2031-01-03T10:00", FARES),
                flight("\"ZZ\r\n334\"", "G-ONE", "SEA", "2031-01-03T08:00", "2031-01-03T10:00", FARES)));
        String file = FLIGHTS + String.join("\n", rows) + "\n";
        Answer dry = importCsv("flights?dryRun=true", file);
        assertThat(anonymous().get("/api/v1/flights?flightNumber=ZZ301").json().path("items"))
                .isEmpty();
        Answer answer = importCsv("flights", file);

        int bad = rows.size() - 3;
        assertReport(answer, rows.size(), 3, 0, bad);
        assertThat(lines(answer))
                .containsExactlyElementsOf(java.util.stream.IntStream.range(firstBad, firstBad + bad)
                        .boxed()
                        .toList());
        assertThat(answer.text()).doesNotContain("drop table", "cmd|", "GGGG", "9999");
        assertThat(dry.text()).isEqualTo(answer.text());
        assertReport(importCsv("flights", file), rows.size(), 0, 0, bad);
    }

    @Test
    void rowsOfTheSameFileAreHeldAgainstEachOther() {
        String file = FLIGHTS
                + flight("ZZ340", "G-ONE", "SEA", "2031-01-10T08:00", "2031-01-10T10:40", FARES) + "\n"
                + flight("ZZ341", "G-ONE", "SEA", "2031-01-10T10:00", "2031-01-10T12:40", FARES) + "\n"
                + flight("ZZ340", "G-TWO", "SEA", "2031-01-10T18:00", "2031-01-10T20:40", FARES) + "\n";
        for (String path : List.of("flights?dryRun=true", "flights")) {
            Answer answer = importCsv(path, file);
            assertReport(answer, 3, 1, 0, 2);
            assertThat(codes(answer)).containsExactly("airplane_busy", "duplicate");
        }
    }

    @Test
    void aDryRunRemembersTheChunksBefore() {
        StringBuilder file = new StringBuilder(FLIGHTS);
        for (int day = 1; day <= 28; day++) {
            for (int n = 0; n < 20; n++) {
                String date = String.format("2031-09-%02dT%02d:", day, n);
                file.append(flight("ZZ" + (400 + n), "G-ONE", "SEA", date + "00", date.replace("SEA", "") + "30", FARES)
                                .replace(",ANC,", ",BLR,")
                                .replace(date + "30", String.format("2031-09-%02dT%02d:30", day + 1, (n + 12) % 24)))
                        .append('\n');
            }
        }
        Answer dry = importCsv("flights?dryRun=true", file.toString());
        assertThat(anonymous().get("/api/v1/flights?flightNumber=ZZ400").json().path("items"))
                .isEmpty();
        Answer real = importCsv("flights", file.toString());
        assertThat(real.text()).isEqualTo(dry.text());
        assertThat(real.json().path("created").asInt()).isGreaterThan(20);
    }

    @Test
    void aKnownFlightIsUpdatedUnlessItHasBookings() {
        String row = flight("ZZ350", "G-ONE", "SEA", "2031-01-20T08:00", "2031-01-20T10:40", FARES);
        importCsv("flights", FLIGHTS + row);
        String dearer = row.replace("129.50", "139.50").replace("G-ONE", "G-TWO");
        assertReport(importCsv("flights?dryRun=true", FLIGHTS + dearer), 1, 0, 1, 0);
        assertReport(importCsv("flights", FLIGHTS + dearer), 1, 0, 1, 0);
        JsonNode flight = anonymous()
                .get("/api/v1/flights?flightNumber=ZZ350")
                .json()
                .path("items")
                .path(0);
        assertThat(flight.path("airplane").path("registration").asString()).isEqualTo("G-TWO");
        String id = flight.path("id").asString();
        assertThat(anonymous()
                        .get("/api/v1/flights/" + id + "/fares/ECONOMY/history")
                        .json()
                        .path("items")
                        .findValuesAsString("amount"))
                .containsExactly("129.50", "139.50");
        assertThat(anonymous()
                        .get("/api/v1/flights/" + id + "/fares/FIRST/history")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);

        jdbc.sql("update flight_cabin set sold = 1 where flight_id = ? and cabin = 'FIRST'")
                .param(id)
                .update();
        Answer refused = importCsv("flights", FLIGHTS + row);
        assertReport(refused, 1, 0, 0, 1);
        assertThat(codes(refused)).containsExactly("in_use");
        assertReport(importCsv("flights", FLIGHTS + dearer), 1, 0, 0, 0);
    }

    @Test
    void markAndLineEndsAndColumnOrderAreFree() {
        String file = "\uFEFFfares,flightNumber,airplane,origin,destination,departureLocal,arrivalLocal\r\n" + FARES
                + ",ZZ360,G-ONE,SEA,ANC,2031-01-21T08:00,2031-01-21T10:40\r\n\r\n" + FARES
                + ",ZZ360,G-ONE,SEA,ANC,2031-01-22T08:00,2031-01-22T10:40";
        assertReport(importCsv("flights", file), 2, 2, 0, 0);
    }

    @Test
    void aQuoteThatNeverClosesCostsOnlyWhatIsBehindIt() {
        Answer answer = importCsv(
                "flights",
                FLIGHTS + flight("ZZ361", "G-ONE", "SEA", "2031-01-23T08:00", "2031-01-23T10:40", FARES) + "\n\""
                        + flight("ZZ362", "G-ONE", "SEA", "2031-01-24T08:00", "2031-01-24T10:40", FARES) + "\n");
        assertReport(answer, 2, 1, 0, 1);
        assertThat(lines(answer)).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\uFEFF",
                "ZZ1,G-ONE,SEA,ANC,2031-01-01T08:00,2031-01-01T10:40,ECONOMY:1.00:USD",
                "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal",
                "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares,more",
                "flightNumber,flightNumber,origin,destination,departureLocal,arrivalLocal,fares",
                "\"flightNumber,airplane",
                "PK\u0003\u0004\u0000\u0000"
            })
    void withoutItsHeaderAFileIsRefused(String file) {
        Answer refused = importCsv("flights", file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed_request");
    }

    @Test
    void aBinaryFileIsRefused() {
        byte[] bytes = new byte[100_000];
        new java.util.Random(7).nextBytes(bytes);
        assertThat(staff().postCsv("/api/v1/imports/cities", BodyPublishers.ofByteArray(bytes))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aHeaderAloneIsAnEmptyImport() {
        assertReport(importCsv("flights", FLIGHTS), 0, 0, 0, 0);
    }

    @Test
    void onlyTheFirstThousandErrorsAreListed() {
        Answer answer = importCsv("airlines", "code,name,accountingCode\n" + "x,y,z\n".repeat(1500));
        assertReport(answer, 1500, 0, 0, 1500);
        assertThat(answer.json().path("errors").size()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"flights, text/plain, 415", "flights, application/json, 415", "hotels, text/csv, 404"})
    void onlyCsvOfAKnownKindIsTaken(String kind, String type, int status) {
        Answer refused = staff().send("POST", "/api/v1/imports/" + kind, type, BodyPublishers.ofString(FLIGHTS));
        assertThat(refused.status()).isEqualTo(status);
    }

    @Test
    void onlyStaffImport() {
        assertThat(anonymous().postCsv("/api/v1/imports/flights", FLIGHTS).status())
                .isEqualTo(401);
        assertThat(customer().postCsv("/api/v1/imports/flights", FLIGHTS).status())
                .isEqualTo(403);
        assertThat(admin().postCsv("/api/v1/imports/flights", FLIGHTS).status()).isEqualTo(200);
        assertThat(staff().postCsv("/api/v1/imports/flights?dryRun=perhaps", FLIGHTS)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anImportOfMoreThanAHundredMegabytesIsRefused() {
        byte[] block = ("x,y," + "z".repeat((1 << 20) - 5) + "\n").getBytes(StandardCharsets.UTF_8);
        List<byte[]> blocks = new ArrayList<>(List.of("code,name,accountingCode\n".getBytes(StandardCharsets.UTF_8)));
        blocks.addAll(Collections.nCopies(101, block));
        Answer refused = staff().postCsv("/api/v1/imports/airlines", BodyPublishers.ofByteArrays(blocks));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("payload_too_large");
    }

    private Answer importCsv(String path, String csv) {
        return staff().postCsv("/api/v1/imports/" + path, csv);
    }

    private static String flight(
            String number, String airplane, String origin, String departure, String arrival, String fares) {
        return String.join(",", number, airplane, origin, "ANC", departure, arrival, fares);
    }

    private static void assertReport(Answer answer, int received, int created, int updated, int rejected) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonNode json = answer.json();
        assertThat(Arrays.asList(
                        json.path("received").asInt(),
                        json.path("created").asInt(),
                        json.path("updated").asInt(),
                        json.path("rejected").asInt()))
                .as(answer.toString())
                .containsExactly(received, created, updated, rejected);
    }

    private static List<Integer> lines(Answer answer) {
        return answer.json().path("errors").findValuesAsString("line").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static List<String> codes(Answer answer) {
        return answer.json().path("errors").findValuesAsString("code");
    }

    private static List<String> messages(Answer answer) {
        return answer.json().path("errors").findValuesAsString("message");
    }
}
