package dev.windrose.flight.flights;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightView.AirlineView;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import dev.windrose.flight.flights.FlightView.CabinView;
import dev.windrose.flight.flights.FlightView.Place;
import dev.windrose.flight.flights.FlightView.PlaceView;
import dev.windrose.flight.flights.FlightView.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks flights and their fares up in the database. */
@Component
public class FlightQueries {
    private static final String SELECT =
            "select f.id, f.flight_number, f.departs_at, f.arrives_at, f.scheduled_departs_at, f.status,"
                    + " l.code as airline_code, l.name as airline_name, p.registration, p.model,"
                    + " o.code as origin_code, o.name as origin_name, o.time_zone as origin_zone, oc.name as origin_city,"
                    + " d.code as destination_code, d.name as destination_name, d.time_zone as destination_zone,"
                    + " dc.name as destination_city"
                    + " from flight f join airline l on l.code = f.airline_code join airplane p on p.registration = f.airplane"
                    + " join airport o on o.code = f.origin join city oc on oc.code = o.city_code"
                    + " join airport d on d.code = f.destination join city dc on dc.code = d.city_code";

    private final JdbcTemplate jdbc;
    private final Cursors cursors;

    FlightQueries(JdbcTemplate jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    /** A price that a seat once had, from {@code changedAt} (UTC) on. */
    public record FareChange(Money price, Instant changedAt) {}

    /** @throws FlightNotFound if there is none */
    public FlightView get(long id) {
        return load(" where f.id = ?", List.of(id)).stream().findFirst().orElseThrow(FlightNotFound::new);
    }

    /** Flights of that number and of that local date at their origin (any, where null), in the order of departure. */
    public Page<FlightView> list(
            @Nullable FlightNumber number, @Nullable LocalDate date, int limit, @Nullable String cursor) {
        String list = "flights:" + number + ":" + date;
        StringBuilder where = new StringBuilder(" where true");
        List<Object> parameters = new ArrayList<>();
        if (number != null) {
            where.append(" and f.flight_number = ?");
            parameters.add(number.value());
        }
        if (date != null) {
            where.append(" and f.departure_date = ?");
            parameters.add(date);
        }
        String after = cursors.decode(list, cursor);
        if (after != null) {
            String[] position = after.split(" ", 2);
            String departs = Utc.column(Instant.parse(position[0]));
            where.append(" and f.departs_at >= ? and (f.departs_at > ? or f.id > ?)");
            Collections.addAll(parameters, departs, departs, Long.valueOf(position[1]));
        }
        parameters.add(limit + 1);
        List<FlightView> found = load(where + " order by f.departs_at, f.id limit ?", parameters);
        return Page.of(found, limit, last -> cursors.encode(list, position(last)));
    }

    /** Every price of that cabin, the first one included, oldest first; 404 without the flight, 400 if it doesn't sell the cabin. */
    public Page<FareChange> fareHistory(long flightId, Cabin cabin, int limit, @Nullable String cursor) {
        if (get(flightId).cabins().stream().noneMatch(sold -> sold.cabin() == cabin)) {
            throw ChangeFare.notSold();
        }
        String list = "fares:" + flightId + ":" + cabin;
        String after = cursors.decode(list, cursor);
        List<HistoryRow> found = jdbc.query(
                "select id, price_minor, currency, changed_at from fare_history where flight_id = ? and cabin = ?"
                        + " and id > ? order by id limit ?",
                (row, n) -> new HistoryRow(
                        row.getLong("id"),
                        new FareChange(
                                Money.ofMinor(row.getLong("price_minor"), row.getString("currency")),
                                Utc.instant(row, "changed_at"))),
                flightId,
                cabin.name(),
                after == null ? 0 : Long.parseLong(after),
                limit + 1);
        return Page.of(found, limit, last -> cursors.encode(list, String.valueOf(last.id)))
                .map(HistoryRow::change);
    }

    private record HistoryRow(long id, FareChange change) {}

    private List<FlightView> load(String condition, List<Object> parameters) {
        return withCabins(jdbc.query(SELECT + condition, (row, n) -> view(row), parameters.toArray()));
    }

    private List<FlightView> withCabins(List<FlightView> flights) {
        if (flights.isEmpty()) {
            return flights;
        }
        Map<String, List<CabinView>> cabins = new HashMap<>();
        jdbc.query(
                "select c.flight_id, c.cabin, c.price_minor, f.currency, c.capacity, c.capacity - c.held - c.sold as available"
                        + " from flight_cabin c join flight f on f.id = c.flight_id where c.flight_id in ("
                        + String.join(", ", Collections.nCopies(flights.size(), "?")) + ")",
                row -> {
                    cabins.computeIfAbsent(row.getString("flight_id"), id -> new ArrayList<>())
                            .add(cabin(row));
                },
                flights.stream().map(FlightView::id).toArray());
        return flights.stream()
                .map(flight -> flight.withCabins(cabins.getOrDefault(flight.id(), List.of()).stream()
                        .sorted(Comparator.comparing(CabinView::cabin))
                        .toList()))
                .toList();
    }

    private static String position(FlightView last) {
        return last.departureTime().toInstant() + " " + last.id();
    }

    private static FlightView view(ResultSet row) throws SQLException {
        return FlightView.of(
                row.getLong("id"),
                row.getString("flight_number"),
                new AirlineView(row.getString("airline_code"), row.getString("airline_name")),
                place(row, "origin"),
                place(row, "destination"),
                new Times(
                        Utc.instant(row, "departs_at"),
                        Utc.instant(row, "arrives_at"),
                        Utc.instant(row, "scheduled_departs_at")),
                FlightStatus.valueOf(row.getString("status")),
                new AirplaneView(row.getString("registration"), row.getString("model")),
                List.of(),
                null);
    }

    private static Place place(ResultSet row, String end) throws SQLException {
        return new Place(
                new PlaceView(row.getString(end + "_code"), row.getString(end + "_name"), row.getString(end + "_city")),
                ZoneId.of(row.getString(end + "_zone")));
    }

    private static CabinView cabin(ResultSet row) throws SQLException {
        return new CabinView(
                Cabin.of(row.getString("cabin")),
                Money.ofMinor(row.getLong("price_minor"), row.getString("currency")),
                row.getInt("capacity"),
                row.getInt("available"));
    }
}
