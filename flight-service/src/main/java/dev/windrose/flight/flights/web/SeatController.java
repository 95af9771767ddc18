package dev.windrose.flight.flights.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightNotFound;
import dev.windrose.flight.flights.SeatMapView;
import dev.windrose.flight.flights.SeatMaps;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Seat maps. */
@RestController
class SeatController {
    private final SeatMaps maps;

    SeatController(SeatMaps maps) {
        this.maps = maps;
    }

    /**
     * {@code {flightId, cabins: [{cabin, columns, rows: [{row, seats: [{number, position, exitRow, status}]}]}]}}, of {@code ?cabin=} or of
     * all cabins. 404 {@code flight_not_found}, 400 for a cabin that the flight doesn't sell.
     */
    @GetMapping("/api/v1/flights/{id}/seats")
    SeatMapView seats(@PathVariable String id, @RequestParam @Nullable String cabin) {
        long flightId = FlightNotFound.idOf(id);
        Faults faults = new Faults();
        Cabin wanted = faults.optional("cabin", cabin, Cabin::of);
        faults.throwIfAny();
        return maps.of(flightId, wanted);
    }
}
