package dev.windrose.flight.flights.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.ChangeFare;
import dev.windrose.flight.flights.FlightNotFound;
import dev.windrose.flight.flights.FlightQueries;
import dev.windrose.flight.flights.FlightQueries.FareChange;
import dev.windrose.flight.flights.FlightView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a seat costs, now and before. */
@RestController
@RequestMapping("/api/v1/flights/{id}/fares/{cabin}")
class FareController {
    private final ChangeFare changeFare;
    private final FlightQueries queries;

    FareController(ChangeFare changeFare, FlightQueries queries) {
        this.changeFare = changeFare;
        this.queries = queries;
    }

    /** {@code {price: {amount, currency}}} in the flight's currency → 200 and the flight. 400 for a cabin that the flight doesn't sell. */
    @PutMapping
    FlightView change(@PathVariable String id, @PathVariable String cabin, @RequestBody PriceRequest request) {
        long flightId = FlightNotFound.idOf(id);
        changeFare.change(flightId, cabin(cabin), request.money());
        return queries.get(flightId);
    }

    /** Every {@code {price, changedAt}}, oldest first; {@code changedAt} in UTC. */
    @GetMapping("/history")
    Page<FareChange> history(
            @PathVariable String id,
            @PathVariable String cabin,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        return queries.fareHistory(FlightNotFound.idOf(id), cabin(cabin), Limit.parse(limit), cursor);
    }

    private static Cabin cabin(String text) {
        Faults faults = new Faults();
        Cabin cabin = faults.required("cabin", text, Cabin::of);
        faults.throwIfAny();
        return Objects.requireNonNull(cabin);
    }
}
