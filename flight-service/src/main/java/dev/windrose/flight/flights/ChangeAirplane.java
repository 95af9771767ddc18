package dev.windrose.flight.flights;

import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import dev.windrose.flight.catalogue.Catalogue;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import dev.windrose.flight.seats.FlightSeats;
import dev.windrose.flight.seats.ReseatPassengers;
import dev.windrose.flight.seats.SeatMove;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Flies a flight, booked perhaps, with another airplane, if it has seats for all that is held and sold. A cabin that only the new one has
 * isn't sold, it has no fare; one that the new one lacks is no longer sold. Who can't keep his seat gets another.
 */
@Component
class ChangeAirplane {
    private final JdbcTemplate jdbc;
    private final OperatedFlights flights;
    private final Catalogue<Airplane> airplanes;
    private final FlightSeats seats;
    private final FlightEvents events;

    ChangeAirplane(
            JdbcTemplate jdbc,
            OperatedFlights flights,
            Catalogue<Airplane> airplanes,
            FlightSeats seats,
            FlightEvents events) {
        this.jdbc = jdbc;
        this.flights = flights;
        this.airplanes = airplanes;
        this.seats = seats;
        this.events = events;
    }

    private record CabinCounters(Cabin cabin, int taken) {}

    /**
     * In the transaction of the caller, who has locked the airplane and the flight with its cabins.
     *
     * @throws FlightConflict {@code illegal_transition} once departed or cancelled, {@code insufficient_seats}
     */
    void change(long flightId, String registration) {
        OperatedFlight flight = flights.read(flightId);
        if (!flight.state().status().isAhead()) {
            throw FlightConflict.notScheduled(flight.state().status());
        }
        Airplane before = airplanes.get(flight.airplane().registration());
        Airplane after = airplanes.get(registration);
        fit(flightId, after);
        List<SeatMove> moves = ReseatPassengers.onto(after, before, seats.ofFlight(flightId));
        seats.give(flightId, moves.stream().map(SeatMove::to).toList());
        OperatedFlight changed = flight.with(flight.state(), new AirplaneView(registration, after.model()));
        flights.store("flight.airplane-changed", flight, changed);
        events.airplaneChanged(flight, changed, moves, seatsVersions(flightId));
    }

    private void fit(long flightId, Airplane after) {
        Map<Cabin, Integer> capacities =
                after.cabins().stream().collect(Collectors.toMap(CabinLayout::cabin, CabinLayout::capacity));
        List<Object[]> kept = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        for (CabinCounters cabin : counters(flightId)) {
            int capacity = capacities.getOrDefault(cabin.cabin, 0);
            if (cabin.taken > capacity) {
                throw FlightConflict.insufficientSeats(cabin.cabin, cabin.taken, capacity);
            }
            if (capacity > 0) {
                kept.add(new Object[] {capacity, flightId, cabin.cabin.name()});
            } else {
                gone.add(new Object[] {flightId, cabin.cabin.name()});
            }
        }
        jdbc.batchUpdate(
                "update flight_cabin set capacity = ?, seats_version = seats_version + 1 where flight_id = ? and cabin = ?",
                kept);
        jdbc.batchUpdate("delete from flight_cabin where flight_id = ? and cabin = ?", gone);
    }

    private Map<Cabin, Long> seatsVersions(long flightId) {
        Map<Cabin, Long> versions = new EnumMap<>(Cabin.class);
        jdbc.query(
                "select cabin, seats_version from flight_cabin where flight_id = ?",
                row -> {
                    versions.put(Cabin.of(row.getString("cabin")), row.getLong("seats_version"));
                },
                flightId);
        return versions;
    }

    private List<CabinCounters> counters(long flightId) {
        return jdbc.query(
                "select cabin, held + sold as taken from flight_cabin where flight_id = ? order by cabin for update",
                (row, n) -> new CabinCounters(Cabin.of(row.getString("cabin")), row.getInt("taken")),
                flightId);
    }
}
