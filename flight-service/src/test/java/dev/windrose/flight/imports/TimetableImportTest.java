package dev.windrose.flight.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** Whole timetables: a made-up one of 12,000 flights, and with {@code -Dwindrose.timetable=<folder>} the real one in that folder. */
class TimetableImportTest extends FlightServiceTest {
    private static final int AIRPORTS = 20;
    private static final int AIRPLANES = 60;

    @Test
    void twelveThousandFlightsLandOnceWhateverTheirOrder() {
        importAll("cities", "code,name,country,timeZone\n" + places("%s,Town %s,US,America/Denver"));
        importAll(
                "airports",
                "code,name,cityCode,latitude,longitude,timeZone\n"
                        + places("%s,Field %s,%<s,40.5,-100.25,America/Denver"));
        importAll("airlines", "code,name,accountingCode\nTI,Timetable Air,000\n");
        StringBuilder airplanes = new StringBuilder("registration,model,cabins\n");
        for (int i = 0; i < AIRPLANES; i++) {
            airplanes.append("T-").append(i).append(",Twig,ECONOMY:5-30:ABC-DEF|FIRST:1-3:AC-DF\n");
        }
        importAll("airplanes", airplanes.toString());

        List<String> rows = flights();
        Collections.shuffle(rows, new Random(42));
        String file = "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares\n"
                + String.join("\n", rows);
        JsonNode first = importAll("flights", file);
        assertThat(first.path("created").asInt()).isEqualTo(rows.size());
        assertThat(first.path("rejected").asInt()).isZero();
        JsonNode second = importAll("flights", file);
        assertThat(second.path("received").asInt()).isEqualTo(rows.size());
        assertThat(second.path("created").asInt() + second.path("updated").asInt())
                .isZero();
        assertThat(count("flight")).isEqualTo(rows.size());
        assertThat(count("flight_cabin c join flight f on f.id = c.flight_id")).isEqualTo(2L * rows.size());
        assertThat(count("fare_history c join flight f on f.id = c.flight_id")).isEqualTo(2L * rows.size());
        assertThat(count("flight_change c join flight f on f.id = c.flight_id")).isEqualTo(rows.size());
    }

    @Test
    @EnabledIfSystemProperty(named = "windrose.timetable", matches = ".+")
    void theRealTimetableLands() throws IOException {
        Path folder = Path.of(System.getProperty("windrose.timetable"));
        for (String kind : List.of("cities", "airports", "airlines", "airplanes")) {
            JsonNode report = importFile(kind, folder.resolve(kind + ".csv"));
            assertThat(report.path("rejected").asInt()).as(report.toString()).isZero();
        }
        Path flights = Files.createTempFile("flights", ".csv");
        try (var packed = new GZIPInputStream(Files.newInputStream(folder.resolve("flights.csv.gz")))) {
            Files.write(flights, packed.readAllBytes());
        }
        JsonNode first = importFile("flights", flights);
        assertThat(first.path("rejected").asInt()).as(first.toString()).isZero();
        assertThat(first.path("created").asInt())
                .isEqualTo(first.path("received").asInt());
        JsonNode second = importFile("flights", flights);
        assertThat(second.path("created").asInt()
                        + second.path("updated").asInt()
                        + second.path("rejected").asInt())
                .isZero();

        JsonNode bad = importFile("flights", folder.resolve("flights-bad.csv"));
        assertThat(bad.path("created").asInt()).as(bad.toString()).isEqualTo(3);
        assertThat(bad.path("errors").findValuesAsString("line")).containsExactlyElementsOf(expectedLines(folder));
        assertThat(importFile("flights", folder.resolve("flights-bom-crlf.csv"))
                        .path("created")
                        .asInt())
                .isEqualTo(3);
        JsonNode unclosed = importFile("flights", folder.resolve("flights-unclosed-quote.csv"));
        assertThat(unclosed.path("errors").findValuesAsString("line")).containsExactly("4");
    }

    private static List<String> expectedLines(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("flights-bad-expected.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** Every airplane flies seven times a day for four weeks and a bit. */
    private static List<String> flights() {
        List<String> rows = new ArrayList<>();
        LocalDate begin = LocalDate.of(2032, 1, 1);
        for (int day = 0; day < 29; day++) {
            for (int plane = 0; plane < AIRPLANES; plane++) {
                for (int leg = 0; leg < 7; leg++) {
                    String date = begin.plusDays(day).toString();
                    rows.add(String.format(
                            "TI%d,T-%d,%s,%s,%sT%02d:00,%sT%02d:55,ECONOMY:%d.50:USD|FIRST:480.00:USD",
                            plane * 7 + leg + 1,
                            plane,
                            code((plane + leg) % AIRPORTS),
                            code((plane + leg + 1) % AIRPORTS),
                            date,
                            6 + 2 * leg,
                            date,
                            7 + 2 * leg,
                            50 + plane));
                }
            }
        }
        return rows;
    }

    private static String places(String row) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < AIRPORTS; i++) {
            rows.append(String.format(row, code(i), code(i))).append('\n');
        }
        return rows.toString();
    }

    private static String code(int place) {
        return "T" + (char) ('A' + place) + "T";
    }

    private long count(String what) {
        String condition = what.equals("flight") ? " where airline_code = 'TI'" : " where f.airline_code = 'TI'";
        return jdbc.sql("select count(*) from " + what + condition)
                .query(Long.class)
                .single();
    }

    private JsonNode importAll(String kind, String csv) {
        return report(staff().postCsv("/api/v1/imports/" + kind, csv));
    }

    private JsonNode importFile(String kind, Path file) {
        try {
            return report(staff().postCsv("/api/v1/imports/" + kind, BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode report(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
