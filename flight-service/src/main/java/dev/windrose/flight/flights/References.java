package dev.windrose.flight.flights;

import dev.windrose.flight.catalogue.AirlineCode;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Registration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What flights refer to in the catalogue: airlines, zones of airports, seats of each cabin of airplanes. */
record References(
        Set<AirlineCode> airlines, Map<AirportCode, ZoneId> zones, Map<Registration, Map<Cabin, Integer>> seats) {

    /**
     * Looks up what these flights refer to and locks it until the end of the transaction, always in the same order: airlines and airports
     * against change, airplanes for us alone, so that nobody else gives them a flight meanwhile.
     */
    static References lock(JdbcTemplate jdbc, Collection<FlightDraft> drafts) {
        Set<AirlineCode> airlines = new HashSet<>();
        query(
                jdbc,
                "select code from airline where code in (?) order by code lock in share mode",
                values(
                        drafts,
                        d -> Stream.ofNullable(d.number()).map(n -> n.airline().value())),
                row -> airlines.add(new AirlineCode(row[0])));
        Map<AirportCode, ZoneId> zones = new HashMap<>();
        query(
                jdbc,
                "select code, time_zone from airport where code in (?) order by code lock in share mode",
                values(
                        drafts,
                        d -> Stream.of(d.origin(), d.destination())
                                .filter(Objects::nonNull)
                                .map(AirportCode::value)),
                row -> zones.put(new AirportCode(row[0]), ZoneId.of(row[1])));
        Set<String> airplanes =
                values(drafts, d -> Stream.ofNullable(d.airplane()).map(Registration::value));
        Map<Registration, Map<Cabin, Integer>> seats = new HashMap<>();
        query(
                jdbc,
                "select registration from airplane where registration in (?) order by registration for update",
                airplanes,
                row -> seats.put(new Registration(row[0]), new EnumMap<>(Cabin.class)));
        query(
                jdbc,
                "select registration, cabin, capacity from airplane_cabin where registration in (?)",
                airplanes,
                row -> Objects.requireNonNull(seats.get(new Registration(row[0])))
                        .put(Cabin.of(row[1]), Integer.valueOf(row[2])));
        return new References(airlines, zones, seats);
    }

    int seats(Registration airplane, Cabin cabin) {
        return Objects.requireNonNull(
                Objects.requireNonNull(seats.get(airplane)).get(cabin));
    }

    private static Set<String> values(Collection<FlightDraft> drafts, Function<FlightDraft, Stream<String>> of) {
        return drafts.stream().flatMap(of).collect(java.util.stream.Collectors.toSet());
    }

    private static void query(
            JdbcTemplate jdbc, String sql, Set<String> keys, java.util.function.Consumer<String[]> take) {
        if (keys.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        List<String[]> rows = jdbc.query(
                sql.replace("(?)", "(" + marks + ")"),
                (row, n) -> {
                    String[] values = new String[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getString(i + 1);
                    }
                    return values;
                },
                keys.toArray());
        rows.forEach(take);
    }
}
