package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.PlannedFlight.Identity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many flights created, changed and deleted at once, in the caller's transaction: first {@link #refer} and {@link #standing} lock what
 * decides, then the wishes are told, then {@link #obstacles} says what stands in the way, and {@link #carryOut} does the rest. One object
 * serves one transaction. A dry run locks no flight, and ends before {@code carryOut}.
 */
public final class FlightRevision {
    private final JdbcTemplate jdbc;
    private final FlightStore store;
    private final boolean dryRun;
    private final List<PlannedFlight> created = new ArrayList<>();
    private final List<FlightStore.Change> changed = new ArrayList<>();
    private final List<StandingFlight> deleted = new ArrayList<>();
    private @Nullable References references;

    FlightRevision(JdbcTemplate jdbc, FlightStore store, boolean dryRun) {
        this.jdbc = jdbc;
        this.store = store;
        this.dryRun = dryRun;
    }

    /** Why there can be no such flight. @param code {@code already_exists}, {@code airplane_busy}, {@code cabin_missing} */
    public record Obstacle(LocalDate date, String code) {}

    /**
     * Locks what flights like these refer to and notes every fault of theirs. Their times don't matter here.
     *
     * @param others airplanes that flights to be changed have without being like these
     */
    public void refer(Collection<FlightDraft> drafts, Set<Registration> others, Faults faults) {
        Stream<FlightDraft> wanted = Stream.concat(
                drafts.stream(),
                others.stream()
                        .map(airplane -> new FlightDraft(
                                new FlightDraft.Fields("", ""), null, airplane, null, null, null, null, List.of())));
        references = References.lock(jdbc, wanted.toList());
        Set<FieldFault> found = new LinkedHashSet<>();
        for (FlightDraft draft : drafts) {
            Faults one = new Faults();
            draft.plan(references, one);
            found.addAll(one.all());
        }
        found.forEach(fault -> faults.add(fault.field(), fault.code(), fault.message()));
    }

    /** The zone of an airport that was referred to, null if there is no such airport. */
    public @Nullable ZoneId zone(AirportCode airport) {
        return references().zones().get(airport);
    }

    /** These flights, in the order of departure; locked, cabins first, unless this is a dry run. */
    public List<StandingFlight> standing(Collection<Long> ids) {
        Collection<StoredFlight> flights =
                dryRun ? store.read(ids) : store.lock(ids).values();
        Set<Long> everBooked = everBooked(ids);
        return flights.stream()
                .map(flight -> new StandingFlight(
                        flight.id(),
                        flight.plan().departureDate(),
                        FlightTerms.of(flight.plan()),
                        flight.status(),
                        flight.booked(),
                        flight.booked() || everBooked.contains(flight.id())))
                .sorted((a, b) -> a.terms().departureTime().compareTo(b.terms().departureTime()))
                .toList();
    }

    /** Wishes for a new flight. */
    public void create(FlightTerms terms) {
        created.add(plan(terms));
    }

    /** Wishes a flight, scheduled and not booked, to become this. False if it is so already. */
    public boolean change(StandingFlight flight, FlightTerms terms) {
        PlannedFlight before = planned(flight.date(), flight.terms());
        PlannedFlight after = planned(flight.date(), terms);
        if (after.equals(before)) {
            return false;
        }
        changed.add(new FlightStore.Change(new StoredFlight(flight.id(), before, flight.status(), false), after));
        return true;
    }

    /** Wishes a flight away that was never booked. */
    public void delete(StandingFlight flight) {
        deleted.add(flight);
    }

    /**
     * What stands in the way, in the order of departure.
     *
     * @param allOrNone a flight that can't be has its airplane all the same, so that all are named which overlap; else it is left out
     */
    public List<Obstacle> obstacles(boolean allOrNone) {
        Set<Identity> existing = store.find(
                        created.stream().map(PlannedFlight::identity).toList())
                .keySet();
        AirplaneOccupancy occupancy = new AirplaneOccupancy();
        List<PlannedFlight> plans = Stream.concat(
                        created.stream(), changed.stream().map(FlightStore.Change::plan))
                .sorted((a, b) -> a.departs().compareTo(b.departs()))
                .toList();
        occupancy.load(jdbc, plans);
        changed.forEach(change -> occupancy.forget(change.before().id()));
        deleted.forEach(flight -> occupancy.forget(flight.id()));
        Set<PlannedFlight> fresh = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        fresh.addAll(created);
        List<Obstacle> obstacles = new ArrayList<>();
        for (PlannedFlight plan : plans) {
            String code = fresh.contains(plan) && existing.contains(plan.identity())
                    ? FlightConflict.EXISTS
                    : obstacle(plan, occupancy);
            if (code != null) {
                obstacles.add(new Obstacle(plan.departureDate(), code));
                created.remove(plan);
            }
            if (code == null || allOrNone) {
                occupancy.take(plan);
            }
        }
        return obstacles;
    }

    /** Does what was wished and has no obstacle. The ids of the new flights, in the order in which they were wished. */
    public List<Long> carryOut() {
        if (dryRun) {
            throw new IllegalStateException("a dry run changes nothing");
        }
        store.delete(deleted);
        if (!changed.isEmpty()) {
            store.replace(changed, references());
        }
        return created.isEmpty() ? List.of() : store.insert(created, references());
    }

    private @Nullable String obstacle(PlannedFlight plan, AirplaneOccupancy occupancy) {
        var seats = references().seats().get(plan.airplane());
        if (seats == null) {
            throw Problems.unavailable();
        }
        if (!plan.fares().stream().allMatch(fare -> seats.containsKey(fare.cabin()))) {
            return "cabin_missing";
        }
        return occupancy.isBusy(plan, AirplaneOccupancy.NOT_STORED) ? FlightConflict.BUSY : null;
    }

    private PlannedFlight plan(FlightTerms terms) {
        ZoneId zone = Objects.requireNonNull(zone(terms.origin()));
        return planned(terms.departureTime().atZone(zone).toLocalDate(), terms);
    }

    private static PlannedFlight planned(LocalDate date, FlightTerms terms) {
        return new PlannedFlight(
                terms.flightNumber(),
                terms.airplane(),
                terms.origin(),
                terms.destination(),
                date,
                terms.departureTime(),
                terms.arrivalTime(),
                terms.fares());
    }

    private Set<Long> everBooked(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "select distinct flight_id from hold_segment where flight_id in ("
                                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                        Long.class,
                        ids.toArray()));
    }

    private References references() {
        return Objects.requireNonNull(references, "refer first");
    }
}
