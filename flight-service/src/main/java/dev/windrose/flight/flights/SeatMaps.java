package dev.windrose.flight.flights;

import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Catalogue;
import dev.windrose.flight.flights.SeatMapView.CabinSeats;
import dev.windrose.flight.seats.FlightSeats;
import dev.windrose.flight.seats.SeatState;
import dev.windrose.flight.seats.TakenSeat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows who could sit where. Only cabins that the flight sells have seats for anybody. */
@Component
public class SeatMaps {
    private final JdbcClient jdbc;
    private final Catalogue<Airplane> airplanes;
    private final FlightSeats seats;

    SeatMaps(JdbcClient jdbc, Catalogue<Airplane> airplanes, FlightSeats seats) {
        this.jdbc = jdbc;
        this.airplanes = airplanes;
        this.seats = seats;
    }

    /**
     * The seats of that cabin, or of all that are sold.
     *
     * @throws FlightNotFound if there is no such flight; 400 if it doesn't sell that cabin
     */
    public SeatMapView of(long flightId, @Nullable Cabin cabin) {
        String registration = jdbc.sql("select airplane from flight where id = ?")
                .param(flightId)
                .query(String.class)
                .optional()
                .orElseThrow(FlightNotFound::new);
        List<Cabin> sold = jdbc.sql("select cabin from flight_cabin where flight_id = ?")
                .param(flightId)
                .query((row, n) -> Cabin.of(row.getString("cabin")))
                .list();
        if (cabin != null && !sold.contains(cabin)) {
            throw ChangeFare.notSold();
        }
        Map<String, SeatState> taken =
                seats.ofFlight(flightId).stream().collect(Collectors.toMap(TakenSeat::number, TakenSeat::state));
        List<CabinSeats> cabins = airplanes.get(registration).cabins().stream()
                .filter(layout -> sold.contains(layout.cabin()))
                .filter(layout -> cabin == null || layout.cabin() == cabin)
                .map(layout -> CabinSeats.of(layout, taken))
                .toList();
        return new SeatMapView(Long.toString(flightId), cabins);
    }
}
