package dev.windrose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A whole timetable through the gateway: one generated from a fixed seed, and with {@code -Dwindrose.timetable=<folder>} the real files
 * ({@code cities.csv}, {@code airports.csv}, {@code airlines.csv}, {@code airplanes.csv}, {@code flights.csv.gz}, and {@code flights-bad.csv} with
 * its {@code -expected.csv}).
 */
class TimetableIT {
    private static final Logger log = LoggerFactory.getLogger(TimetableIT.class);
    private static final List<String> KINDS = List.of("cities", "airports", "airlines", "airplanes");
    private static final int AIRPLANES = 40;
    private static final int DAYS = 50;

    private final Api staff = TestSystem.get().admin();

    @Test
    void aGeneratedTimetableLandsWholeAndASecondTimeChangesNothing() {
        String flights = generatedFlights();

        JsonNode dry = imported("flights?dryRun=true", flights);
        JsonNode first = imported("flights", flights);
        JsonNode second = imported("flights", flights);

        int rows = AIRPLANES * DAYS;
        assertThat(dry.path("created").asInt()).as(dry.toString()).isEqualTo(rows);
        assertThat(first.path("received").asInt()).isEqualTo(rows);
        assertThat(first.path("created").asInt()).as(first.toString()).isEqualTo(rows);
        assertThat(second.path("created").asInt() + second.path("updated").asInt())
                .as(second.toString())
                .isZero();
        assertThat(second.path("rejected").asInt()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "windrose.timetable", matches = ".+")
    void aRealTimetableLandsWhole() throws IOException {
        Path folder = Path.of(System.getProperty("windrose.timetable"));
        for (String kind : KINDS) {
            assertThat(imported(kind, Files.readString(folder.resolve(kind + ".csv")))
                            .path("rejected")
                            .asInt())
                    .as(kind)
                    .isZero();
        }
        String flights = unzipped(folder.resolve("flights.csv.gz"));
        long began = System.nanoTime();
        JsonNode landed = imported("flights", flights);
        log.info("{} flights landed in {} ms", landed.path("created"), (System.nanoTime() - began) / 1_000_000);
        assertThat(landed.path("rejected").asInt()).as(landed.toString()).isZero();
        assertThat(landed.path("created").asLong())
                .isEqualTo(flights.lines().filter(line -> !line.isBlank()).count() - 1);

        Path bad = folder.resolve("flights-bad.csv");
        if (Files.exists(bad)) {
            assertNothingBadLands(bad, folder.resolve("flights-bad-expected.csv"));
        }
    }

    private void assertNothingBadLands(Path bad, Path expected) throws IOException {
        JsonNode answer = imported("flights", Files.readString(bad));
        Set<Integer> mustBeListed = Files.readAllLines(expected).stream()
                .skip(1)
                .filter(line -> line.endsWith(",true"))
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(','))))
                .collect(Collectors.toSet());
        Set<Integer> listed = answer.path("errors")
                .valueStream()
                .map(error -> error.path("line").asInt())
                .collect(Collectors.toSet());
        assertThat(answer.path("created").asInt()).as(answer.toString()).isEqualTo(3);
        assertThat(listed).containsAll(mustBeListed);
        assertThat(staff.get("/flights?flightNumber=AS901&date=2027-04-06")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private String generatedFlights() {
        new Network(TestSystem.get());
        Random random = new Random(20261125);
        StringBuilder airplanes = new StringBuilder("registration,model,cabins\n");
        StringBuilder flights =
                new StringBuilder("flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares\n");
        LocalDate first = LocalDate.now().plusDays(20);
        for (int plane = 0; plane < AIRPLANES; plane++) {
            airplanes.append("TT-%d,Generated,ECONOMY:4-30:ABC-DEF|FIRST:1-3:AC-DF\n".formatted(plane));
            for (int day = 0; day < DAYS; day++) {
                int hour = random.nextInt(5, 19);
                int cents = random.nextInt(4000, 90000);
                flights.append("W1%d,TT-%d,QLS,QVI,%sT%02d:15,%sT%02d:45,ECONOMY:%d.%02d:EUR|FIRST:900.00:EUR\n"
                        .formatted(
                                5000 + plane,
                                plane,
                                first.plusDays(day),
                                hour,
                                first.plusDays(day),
                                hour + 4,
                                cents / 100,
                                cents % 100));
            }
        }
        imported("airplanes", airplanes.toString());
        return flights.toString();
    }

    private JsonNode imported(String kind, String csv) {
        return staff.importCsv("/imports/" + kind, csv).expect(200).json();
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
