package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Airplanes in the database. One with flights ahead keeps its cabins: their seats are on sale. */
final class AirplaneTable extends CatalogueTable<Airplane> {
    AirplaneTable(JdbcTemplate jdbc) {
        super(
                CatalogueKind.AIRPLANE,
                List.of("registration", "model"),
                (row, n) -> new Airplane(
                        new Registration(row.getString("registration")), row.getString("model"), List.of()),
                jdbc);
    }

    @Override
    String keyOf(Airplane airplane) {
        return airplane.registration().value();
    }

    @Override
    Object[] valuesOf(Airplane airplane) {
        return new Object[] {airplane.registration().value(), airplane.model()};
    }

    @Override
    Search searchFor(String prefix) {
        return new Search(
                "registration like ? or model like ? escape '!'",
                List.of(Prefix.ofCode(prefix), Prefix.ofName(prefix)));
    }

    @Override
    Map<String, FieldFault> refusals(List<Airplane> wanted, Map<String, Airplane> existing) {
        Set<String> changing = wanted.stream()
                .filter(a -> changesCabins(a, existing.get(keyOf(a))))
                .map(this::keyOf)
                .collect(Collectors.toSet());
        Set<String> inUse = keysIn(
                "select distinct airplane from flight where airplane in (?) and arrives_at > utc_timestamp(3)"
                        + " and status <> 'CANCELLED'",
                changing);
        return inUse.stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> Refusals.inUse("cabins", "can't change while the airplane has flights ahead")));
    }

    @Override
    void insert(List<Airplane> airplanes) {
        super.insert(airplanes);
        insertCabins(airplanes);
    }

    @Override
    void update(List<Airplane> airplanes, Map<String, Airplane> existing) {
        super.update(airplanes, existing);
        List<Airplane> refitted = airplanes.stream()
                .filter(a -> changesCabins(a, existing.get(keyOf(a))))
                .toList();
        jdbc.batchUpdate(
                "delete from airplane_cabin where registration = ?",
                refitted.stream().map(a -> new Object[] {keyOf(a)}).toList());
        insertCabins(refitted);
    }

    @Override
    List<Airplane> complete(List<Airplane> airplanes) {
        if (airplanes.isEmpty()) {
            return airplanes;
        }
        Map<String, List<CabinLayout>> cabins = new HashMap<>();
        jdbc.query(
                "select registration, cabin, first_row, last_row, seat_columns, exit_rows from airplane_cabin"
                        + " where registration in (" + marks(airplanes.size()) + ")",
                row -> {
                    cabins.computeIfAbsent(row.getString("registration"), key -> new ArrayList<>())
                            .add(layout(row));
                },
                airplanes.stream().map(this::keyOf).toArray());
        return airplanes.stream()
                .map(a -> new Airplane(a.registration(), a.model(), cabins.getOrDefault(keyOf(a), List.of())))
                .toList();
    }

    private void insertCabins(List<Airplane> airplanes) {
        jdbc.batchUpdate(
                "insert into airplane_cabin (registration, cabin, first_row, last_row, seat_columns, exit_rows, capacity)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                airplanes.stream()
                        .flatMap(a -> a.cabins().stream().map(c -> new Object[] {
                            keyOf(a),
                            c.cabin().name(),
                            c.firstRow(),
                            c.lastRow(),
                            c.columns(),
                            CabinLayoutText.rowsText(c.exitRows()),
                            c.capacity()
                        }))
                        .toList());
    }

    private static CabinLayout layout(ResultSet row) throws SQLException {
        return new CabinLayout(
                Cabin.of(row.getString("cabin")),
                row.getInt("first_row"),
                row.getInt("last_row"),
                row.getString("seat_columns"),
                CabinLayoutText.rows(row.getString("exit_rows"), ","));
    }

    private static boolean changesCabins(Airplane airplane, @Nullable Airplane before) {
        return before != null && !before.cabins().equals(airplane.cabins());
    }
}
