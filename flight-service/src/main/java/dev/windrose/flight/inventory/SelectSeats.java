package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Catalogue;
import dev.windrose.flight.seats.FlightSeats;
import dev.windrose.flight.seats.SeatMap;
import dev.windrose.flight.seats.SeatState;
import dev.windrose.flight.seats.TakenSeat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Gives passengers of a booking the seats they want on a flight: all of them, or none. Nobody else ever has one of them as well. */
@Service
public class SelectSeats {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final PartReleases releases;
    private final Cabins cabins;
    private final JdbcClient jdbc;
    private final Catalogue<Airplane> airplanes;
    private final FlightSeats seats;
    private final InventoryQueue queue;

    SelectSeats(
            InventoryTransactions transactions,
            Holds holds,
            PartReleases releases,
            Cabins cabins,
            JdbcClient jdbc,
            Catalogue<Airplane> airplanes,
            FlightSeats seats,
            InventoryQueue queue) {
        this.transactions = transactions;
        this.holds = holds;
        this.releases = releases;
        this.cabins = cabins;
        this.jdbc = jdbc;
        this.airplanes = airplanes;
        this.seats = seats;
        this.queue = queue;
    }

    /** All seats that the booking has on the flight. @param version higher after each change of seats in the cabin */
    public record Selected(List<TakenSeat> seats, long version) {}

    private record FlightNow(String airplane, String status) {}

    /**
     * All seats that the booking's passengers have on that flight afterwards, by passenger.
     *
     * @throws ProblemException 404 {@code hold_not_found}; 410 {@code hold_gone}, also for a passenger whose place was given back; 404 {@code flight_not_found} if it isn't the booking's;
     *     409 {@code flight_closed} once it is gone or cancelled; 409 {@code seat_taken}, {@code no_suitable_seat}; 400 for a seat that the cabin lacks, and for more
     *     passengers than the booking has
     */
    public Selected select(BookingId id, SeatWish wish) {
        try {
            return queue.settle(() -> transactions.run(() -> give(id, wish)));
        } catch (DuplicateKeyException taken) {
            throw new SeatTaken();
        }
    }

    private Selected give(BookingId id, SeatWish wish) {
        HoldRow hold = holds.lock(id).orElseThrow(HoldNotFound::new);
        if (!hold.state().counts()) {
            throw new HoldGone();
        }
        SegmentRow segment = holds.segments(List.of(id.value())).stream()
                .filter(one ->
                        one.cabin().flightId() == wish.flightId() && one.state().counts())
                .findFirst()
                .orElseThrow(HoldRefused::unknownFlight);
        if (releases.passengers(id.value(), wish.flightId()).stream().anyMatch(wish.passengers()::contains)) {
            throw new HoldGone();
        }
        cabins.lock(List.of(segment.cabin()));
        Cabin cabin = Cabin.of(segment.cabin().cabin());
        SeatMap map = mapOf(wish.flightId(), cabin);
        wish.check(map);
        requirePlaces(id, wish, segment.qty());
        SeatState state = segment.state() == HoldState.SOLD ? SeatState.ASSIGNED : SeatState.HELD;
        List<TakenSeat> before = seats.ofFlight(wish.flightId());
        Map<String, String> settled = wish.settle(map, before, id.value());
        List<TakenSeat> changed = wish.assignments().stream()
                .map(one -> new TakenSeat(
                        Objects.requireNonNull(settled.get(one.passengerId())),
                        cabin,
                        id.value(),
                        one.passengerId(),
                        one.child(),
                        state))
                .filter(seat -> !before.contains(seat))
                .toList();
        seats.give(wish.flightId(), changed);
        long version = cabins.seatsVersion(segment.cabin(), !changed.isEmpty());
        return new Selected(seats.ofBooking(wish.flightId(), id.value()), version);
    }

    private SeatMap mapOf(long flightId, Cabin cabin) {
        FlightNow flight = jdbc.sql("select airplane, status from flight where id = ?")
                .param(flightId)
                .query((row, n) -> new FlightNow(row.getString("airplane"), row.getString("status")))
                .single();
        if (!FlightFacts.ON_SALE.contains(flight.status)) {
            throw HoldRefused.flightClosed();
        }
        return airplanes.get(flight.airplane).cabins().stream()
                .filter(layout -> layout.cabin() == cabin)
                .findFirst()
                .map(SeatMap::new)
                .orElseThrow(HoldRefused::flightClosed);
    }

    private void requirePlaces(BookingId id, SeatWish wish, int places) {
        Set<String> passengers = new HashSet<>(wish.passengers());
        seats.ofBooking(wish.flightId(), id.value()).forEach(seat -> passengers.add(seat.passengerId()));
        if (passengers.size() > places) {
            throw ValidationFailed.of(
                    "assignments", "out_of_range", "are for more passengers than the " + places + " booked");
        }
    }
}
