package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.search.Network.Fare;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A timetable in the form of the import files, some of its flights nearly or quite sold out. */
final class CsvNetwork {
    private final Path folder;
    private final Network network;
    private final Random random = new Random(1);
    private final TreeSet<String> airlines = new TreeSet<>();
    private final TreeSet<String> places = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();

    CsvNetwork(JdbcClient jdbc, Path folder) {
        this.network = new Network(jdbc);
        this.folder = folder;
    }

    List<String> places() {
        return List.copyOf(places);
    }

    List<String> airlines() {
        return List.copyOf(airlines);
    }

    List<LocalDate> days() {
        return List.copyOf(days);
    }

    void write() {
        records("cities.csv").forEach(r -> network.city(r.get("code"), r.get("name"), r.get("timeZone")));
        records("airports.csv").forEach(r -> {
            network.airport(r.get("code"), r.get("cityCode"), r.get("timeZone"));
            places.addAll(List.of(r.get("code"), "airport:" + r.get("code"), "city:" + r.get("cityCode")));
        });
        records("airlines.csv").forEach(r -> {
            network.airline(r.get("code"));
            airlines.add(r.get("code"));
        });
        network.catalogueWritten();
        records("flights.csv.gz").forEach(this::flight);
    }

    private void flight(CSVRecord row) {
        LocalDateTime departs = LocalDateTime.parse(row.get("departureLocal"));
        days.add(departs.toLocalDate());
        network.flight(
                row.get("flightNumber"),
                row.get("origin"),
                row.get("destination"),
                departs,
                LocalDateTime.parse(row.get("arrivalLocal")),
                Arrays.stream(row.get("fares").split("\\|")).map(this::fare).toArray(Fare[]::new));
    }

    private Fare fare(String text) {
        String[] parts = text.split(":");
        int free = random.nextInt(4) == 0 ? random.nextInt(9) : 100;
        return new Fare(
                Cabin.valueOf(parts[0]),
                new BigDecimal(parts[1]).unscaledValue().longValueExact(),
                100,
                100 - free);
    }

    private List<CSVRecord> records(String file) {
        Path path = folder.resolve(file);
        try (InputStream in = Files.newInputStream(path);
                InputStream text = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
