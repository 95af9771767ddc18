package dev.windrose.flight.flights;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** When airplanes are under way: each on one flight at a time. A cancelled flight takes none. */
final class AirplaneOccupancy {
    static final long NOT_STORED = 0;

    private final Map<Registration, List<Slot>> slots = new HashMap<>();

    private record Slot(long flightId, Instant from, Instant to) {}

    /** What the database has of these airplanes near the times of these flights; the airplanes' rows must be locked. */
    void load(JdbcTemplate jdbc, Collection<PlannedFlight> flights) {
        if (flights.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>();
        String each = flights.stream()
                .collect(Collectors.groupingBy(flight -> LocalDate.ofInstant(flight.departs(), ZoneOffset.UTC)))
                .values()
                .stream()
                .map(sameDay -> near(sameDay, parameters))
                .collect(Collectors.joining(" union all "));
        jdbc.query(
                each,
                row -> {
                    take(
                            new Registration(row.getString("airplane")),
                            row.getLong("id"),
                            Utc.instant(row, "departs_at"),
                            Utc.instant(row, "arrives_at"));
                },
                parameters.toArray());
    }

    /** One range a day and airplane: hundreds of exact ones joined by {@code or} take the server longer than the search itself. */
    private static String near(List<PlannedFlight> sameDay, List<Object> parameters) {
        Set<String> airplanes =
                sameDay.stream().map(flight -> flight.airplane().value()).collect(Collectors.toSet());
        Instant first =
                Collections.min(sameDay.stream().map(PlannedFlight::departs).toList());
        Instant last =
                Collections.max(sameDay.stream().map(PlannedFlight::arrives).toList());
        parameters.addAll(airplanes);
        parameters.add(Utc.column(first.minus(FlightDraft.MAX_DURATION)));
        parameters.add(Utc.column(last));
        parameters.add(Utc.column(first));
        return "select id, airplane, departs_at, arrives_at from flight where airplane in ("
                + String.join(", ", Collections.nCopies(airplanes.size(), "?"))
                + ") and departs_at > ? and departs_at < ? and arrives_at > ? and status <> 'CANCELLED'";
    }

    /** Whether the airplane is on another flight at the time. @param ownId the flight's own id, of which the slot doesn't count */
    boolean isBusy(PlannedFlight flight, long ownId) {
        return slots.getOrDefault(flight.airplane(), List.of()).stream()
                .anyMatch(slot -> (slot.flightId != ownId || ownId == NOT_STORED)
                        && slot.from.isBefore(flight.arrives())
                        && slot.to.isAfter(flight.departs()));
    }

    /** From now on the airplane is taken for this flight, which is not stored yet. */
    void take(PlannedFlight flight) {
        take(flight.airplane(), NOT_STORED, flight.departs(), flight.arrives());
    }

    /** From now on this stored flight takes no airplane. */
    void forget(long flightId) {
        if (flightId == NOT_STORED) {
            return;
        }
        slots.values().forEach(list -> list.removeIf(slot -> slot.flightId == flightId));
    }

    private void take(Registration airplane, long flightId, Instant from, Instant to) {
        slots.computeIfAbsent(airplane, key -> new ArrayList<>()).add(new Slot(flightId, from, to));
    }
}
