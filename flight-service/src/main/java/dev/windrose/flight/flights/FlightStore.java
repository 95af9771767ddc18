package dev.windrose.flight.flights;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.audit.AuditedChange;
import dev.windrose.flight.audit.Subject;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.PlannedFlight.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Flights and their cabins in the database, written many at once, each change with its fare history and its note for the read models. */
final class FlightStore {
    private static final String SELECT = "select id, flight_number, airplane, origin, destination, departure_date,"
            + " scheduled_departs_at, scheduled_arrives_at, status from flight where ";

    private final JdbcTemplate jdbc;
    private final FlightChangeLog changes;
    private final AuditLog audit;

    FlightStore(JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.audit = audit;
    }

    /** A flight to be replaced by a new plan. */
    record Change(StoredFlight before, PlannedFlight plan) {}

    /** Those that exist, read without a lock. */
    Map<Identity, StoredFlight> find(Collection<Identity> identities) {
        List<Object> parameters = new ArrayList<>();
        String each = byDate(identities, parameters).stream()
                .map(condition -> SELECT + condition)
                .collect(Collectors.joining(" union all "));
        Map<Identity, StoredFlight> found = new HashMap<>();
        for (StoredFlight flight : identities.isEmpty() ? List.<StoredFlight>of() : load(each, parameters)) {
            found.put(flight.plan().identity(), flight);
        }
        found.keySet().retainAll(Set.copyOf(identities));
        return found;
    }

    /** One condition a date: hundreds of whole keys joined by {@code or} take the server longer than the search itself. */
    private static List<String> byDate(Collection<Identity> identities, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        identities.stream()
                .collect(Collectors.groupingBy(
                        Identity::departureDate,
                        Collectors.mapping(identity -> identity.number().value(), Collectors.toSet())))
                .forEach((date, numbers) -> {
                    conditions.add("departure_date = ? and flight_number in (" + marks(numbers.size()) + ")");
                    parameters.add(date);
                    parameters.addAll(numbers);
                });
        return conditions;
    }

    /** The flight, read without a lock. */
    Optional<StoredFlight> find(long id) {
        return load(SELECT + "id = ?", List.of(id)).stream().findFirst();
    }

    /** These flights, read without a lock. */
    List<StoredFlight> read(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : load(SELECT + "id in (" + marks(ids.size()) + ")", List.copyOf(ids));
    }

    /** These flights with their cabins and rows locked until the end of the transaction, cabins first, as holds lock them. */
    Map<Long, StoredFlight> lock(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String in = " in (" + marks(ids.size()) + ")";
        List<Object> sorted = new ArrayList<>(ids.stream().sorted().toList());
        jdbc.query(
                "select sold from flight_cabin force index (primary) where flight_id" + in
                        + " order by flight_id, cabin for update",
                row -> {},
                sorted.toArray());
        Map<Long, StoredFlight> locked = new HashMap<>();
        load(SELECT + "id" + in + " order by id for update", sorted).forEach(flight -> locked.put(flight.id(), flight));
        return locked;
    }

    /** Stores new flights and returns their ids, in the same order. */
    List<Long> insert(List<PlannedFlight> flights, References references) {
        jdbc.batchUpdate(
                "insert into flight (flight_number, airline_code, airplane, origin, destination, departure_date, departs_at,"
                        + " arrives_at, scheduled_departs_at, scheduled_arrives_at, status, currency)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                flights.stream().map(FlightStore::values).toList());
        Map<Identity, Long> ids = new HashMap<>();
        find(flights.stream().map(PlannedFlight::identity).toList())
                .forEach((identity, stored) -> ids.put(identity, stored.id()));
        List<Long> inOrder = flights.stream()
                .map(flight -> Objects.requireNonNull(ids.get(flight.identity())))
                .toList();
        Map<Long, List<Fare>> fares = new LinkedHashMap<>();
        List<Object[]> cabins = new ArrayList<>();
        List<AuditedChange> audits = new ArrayList<>();
        for (int i = 0; i < flights.size(); i++) {
            audits.add(created(inOrder.get(i), flights.get(i)));
            fares.put(inOrder.get(i), flights.get(i).fares());
            cabins.addAll(cabinValues(inOrder.get(i), flights.get(i), references));
        }
        jdbc.batchUpdate(
                "insert into flight_cabin (flight_id, cabin, price_minor, capacity) values (?, ?, ?, ?)", cabins);
        noteFares(fares);
        audit.record(audits);
        changes.flightsCreated(inOrder);
        return inOrder;
    }

    /** Replaces flights that nobody booked and whose rows are locked. */
    void replace(List<Change> replaced, References references) {
        Map<Long, List<Fare>> fares = new LinkedHashMap<>();
        List<Object[]> flights = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> cabins = new ArrayList<>();
        for (Change change : replaced) {
            long id = change.before.id();
            List<Object> values = new ArrayList<>(List.of(values(change.plan)));
            values.add(id);
            flights.add(values.toArray());
            cabins.addAll(cabinValues(id, change.plan, references));
            gone.addAll(cabinsGone(change));
            fares.put(id, new ArrayList<>(newFares(change)));
        }
        jdbc.batchUpdate(
                "update flight set flight_number = ?, airline_code = ?, airplane = ?, origin = ?, destination = ?,"
                        + " departure_date = ?, departs_at = ?, arrives_at = ?, scheduled_departs_at = ?, scheduled_arrives_at = ?,"
                        + " status = ?, currency = ?, version = version + 1 where id = ?",
                flights);
        jdbc.batchUpdate("delete from flight_cabin where flight_id = ? and cabin = ?", gone);
        jdbc.batchUpdate(
                "insert into flight_cabin (flight_id, cabin, price_minor, capacity) values (?, ?, ?, ?)"
                        + " on duplicate key update price_minor = values(price_minor), capacity = values(capacity)",
                cabins);
        noteFares(fares);
        audit.record(replaced.stream().map(FlightStore::changed).toList());
        changes.flightsChanged(fares.keySet());
    }

    private static AuditedChange created(long id, PlannedFlight plan) {
        return new AuditedChange("flight.created", Subject.flight(id), null, FlightTerms.of(plan));
    }

    private static AuditedChange changed(Change change) {
        return new AuditedChange(
                "flight.changed",
                Subject.flight(change.before.id()),
                FlightTerms.of(change.before.plan()),
                FlightTerms.of(change.plan));
    }

    /** Deletes flights that nobody ever booked and whose rows are locked. */
    void delete(List<StandingFlight> flights) {
        if (!flights.isEmpty()) {
            List<Long> ids = flights.stream().map(StandingFlight::id).toList();
            jdbc.update("delete from flight where id in (" + marks(ids.size()) + ")", ids.toArray());
            changes.flightsChanged(ids);
            audit.record(flights.stream().map(FlightStore::deleted).toList());
        }
    }

    private static AuditedChange deleted(StandingFlight flight) {
        return new AuditedChange("flight.deleted", Subject.flight(flight.id()), flight.terms(), null);
    }

    /** Writes down what these cabins cost from now on. */
    void noteFares(Map<Long, List<Fare>> fares) {
        List<Object[]> rows = new ArrayList<>();
        fares.forEach((id, list) -> list.forEach(fare -> rows.add(new Object[] {
            id,
            fare.cabin().name(),
            fare.price().minor(),
            fare.price().currency().value()
        })));
        jdbc.batchUpdate(
                "insert into fare_history (flight_id, cabin, price_minor, currency, changed_at)"
                        + " values (?, ?, ?, ?, utc_timestamp(3))",
                rows);
    }

    private List<StoredFlight> load(String sql, List<Object> parameters) {
        List<StoredFlight> bare = jdbc.query(sql, (row, n) -> bare(row), parameters.toArray());
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Fare>> fares = new HashMap<>();
        Set<Long> booked = new HashSet<>();
        jdbc.query(
                "select c.flight_id, f.currency, c.cabin, c.price_minor, c.held + c.sold as taken from flight_cabin c"
                        + " join flight f on f.id = c.flight_id where c.flight_id in (" + marks(bare.size()) + ")",
                row -> {
                    fares.computeIfAbsent(row.getLong("flight_id"), id -> new ArrayList<>())
                            .add(fare(row));
                    if (row.getInt("taken") > 0) {
                        booked.add(row.getLong("flight_id"));
                    }
                },
                bare.stream().map(StoredFlight::id).toArray());
        return bare.stream()
                .map(flight -> flight.with(fares.getOrDefault(flight.id(), List.of()), booked.contains(flight.id())))
                .toList();
    }

    private static Fare fare(ResultSet row) throws SQLException {
        return new Fare(
                Cabin.of(row.getString("cabin")), Money.ofMinor(row.getLong("price_minor"), row.getString("currency")));
    }

    private static StoredFlight bare(ResultSet row) throws SQLException {
        PlannedFlight plan = new PlannedFlight(
                new FlightNumber(row.getString("flight_number")),
                new Registration(row.getString("airplane")),
                new AirportCode(row.getString("origin")),
                new AirportCode(row.getString("destination")),
                row.getObject("departure_date", LocalDate.class),
                Utc.instant(row, "scheduled_departs_at"),
                Utc.instant(row, "scheduled_arrives_at"),
                List.of());
        return new StoredFlight(row.getLong("id"), plan, FlightStatus.valueOf(row.getString("status")), false);
    }

    private static Object[] values(PlannedFlight flight) {
        return new Object[] {
            flight.number().value(),
            flight.number().airline().value(),
            flight.airplane().value(),
            flight.origin().value(),
            flight.destination().value(),
            flight.departureDate(),
            Utc.column(flight.departs()),
            Utc.column(flight.arrives()),
            Utc.column(flight.departs()),
            Utc.column(flight.arrives()),
            FlightStatus.SCHEDULED.name(),
            flight.currency().value()
        };
    }

    private static List<Object[]> cabinValues(long id, PlannedFlight flight, References references) {
        return flight.fares().stream()
                .map(fare -> new Object[] {
                    id, fare.cabin().name(), fare.price().minor(), references.seats(flight.airplane(), fare.cabin())
                })
                .toList();
    }

    private static List<Object[]> cabinsGone(Change change) {
        return change.before.plan().fares().stream()
                .map(Fare::cabin)
                .filter(cabin -> change.plan.fares().stream().noneMatch(fare -> fare.cabin() == cabin))
                .map(cabin -> new Object[] {change.before.id(), cabin.name()})
                .toList();
    }

    private static List<Fare> newFares(Change change) {
        return change.plan.fares().stream()
                .filter(fare -> !change.before.plan().fares().contains(fare))
                .toList();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
