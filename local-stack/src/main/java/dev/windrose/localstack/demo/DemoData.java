package dev.windrose.localstack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hand-written part of the demo network, read from the CSV files beside it (no quotes in them). */
record DemoData(List<Airport> airports, List<AirplaneType> types, List<Route> routes) {

    private static final double EARTH_RADIUS_KM = 6371;

    /** What the timetable needs to know of an airport; degrees. */
    record Airport(String code, double latitude, double longitude, ZoneId zone) {

        /** Along the great circle. */
        double kilometresTo(Airport other) {
            double from = Math.toRadians(latitude);
            double to = Math.toRadians(other.latitude);
            double turn = Math.toRadians(other.longitude - longitude);
            double cosine = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(turn);
            return EARTH_RADIUS_KM * Math.acos(Math.min(1, cosine));
        }
    }

    /** A kind of airplane with its cabins, as the import writes them. */
    record AirplaneType(String type, String model, String cabins) {

        List<String> cabinNames() {
            return Arrays.stream(cabins.split("\\|"))
                    .map(cabin -> cabin.substring(0, cabin.indexOf(':')))
                    .toList();
        }
    }

    /** Flown there under {@code number} and back under the next one. */
    record Route(
            String airline,
            int number,
            String type,
            String origin,
            String destination,
            LocalTime departs,
            Set<DayOfWeek> flownOn) {}

    static DemoData read() {
        return new DemoData(
                rows(
                        "airports.csv",
                        columns -> new Airport(
                                columns[0],
                                Double.parseDouble(columns[3]),
                                Double.parseDouble(columns[4]),
                                ZoneId.of(columns[5]))),
                rows("airplane-types.csv", columns -> new AirplaneType(columns[0], columns[1], columns[2])),
                rows("routes.csv", DemoData::route));
    }

    /** A file of the demo network as it is. */
    static String text(String file) {
        try (InputStream in = DemoData.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The demo network lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(String[] columns) {
        Set<DayOfWeek> days = columns[6]
                .chars()
                .mapToObj(digit -> DayOfWeek.of(Character.getNumericValue(digit)))
                .collect(Collectors.toSet());
        return new Route(
                columns[0],
                Integer.parseInt(columns[1]),
                columns[2],
                columns[3],
                columns[4],
                LocalTime.parse(columns[5]),
                days);
    }

    private static <T> List<T> rows(String file, Function<String[], T> reader) {
        return text(file)
                .lines()
                .skip(1)
                .map(line -> reader.apply(line.split(",")))
                .toList();
    }
}
