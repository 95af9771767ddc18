package dev.windrose.flight.flights.web;

import dev.windrose.defaults.http.MergePatch;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.ChangeFlight;
import dev.windrose.flight.flights.FlightNotFound;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.FlightQueries;
import dev.windrose.flight.flights.FlightView;
import dev.windrose.flight.flights.ScheduleFlight;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Flights: {@link FlightView}. */
@RestController
@RequestMapping("/api/v1/flights")
class FlightController {
    private final ScheduleFlight scheduleFlight;
    private final ChangeFlight changeFlight;
    private final FlightQueries queries;
    private final MergePatch patches;

    FlightController(
            ScheduleFlight scheduleFlight, ChangeFlight changeFlight, FlightQueries queries, MergePatch patches) {
        this.scheduleFlight = scheduleFlight;
        this.changeFlight = changeFlight;
        this.queries = queries;
        this.patches = patches;
    }

    /**
     * {@code {flightNumber, airplane, origin, destination, departureTime, arrivalTime, fares: [{cabin, price}]}} → 201 and the flight; 400
     * {@code validation_failed}; 409 {@code already_exists} (number, local date and origin), {@code airplane_busy}.
     */
    @PostMapping
    ResponseEntity<FlightView> schedule(@RequestBody FlightRequest request) {
        Faults faults = new Faults();
        long id = scheduleFlight.schedule(request.draft(faults), faults);
        return ResponseEntity.created(URI.create("/api/v1/flights/" + id)).body(queries.get(id));
    }

    /** 404 {@code flight_not_found}. */
    @GetMapping("/{id}")
    FlightView get(@PathVariable String id) {
        return queries.get(FlightNotFound.idOf(id));
    }

    /** Flights of that number, of that local date at their origin, or all; in the order of departure. */
    @GetMapping
    Page<FlightView> list(
            @RequestParam @Nullable String flightNumber,
            @RequestParam @Nullable String date,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        Faults faults = new Faults();
        FlightNumber number = faults.optional("flightNumber", flightNumber, FlightNumber::new);
        LocalDate day = faults.optional("date", date, FlightController::date);
        faults.throwIfAny();
        return queries.list(number, day, Limit.parse(limit), cursor);
    }

    /**
     * Changes the fields given (RFC 7396; {@code fares} as a whole) while nobody has booked; times not given stay the same instants. 409
     * {@code has_bookings}, {@code already_exists}, {@code airplane_busy}, {@code illegal_transition} once it is no longer as scheduled.
     */
    @PatchMapping("/{id}")
    FlightView change(@PathVariable String id, @RequestBody ObjectNode patch) {
        long flightId = FlightNotFound.idOf(id);
        changeFlight.change(
                flightId,
                (terms, faults) ->
                        patches.apply(terms, patch, FlightRequest.class).draft(faults));
        return queries.get(flightId);
    }

    private static LocalDate date(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("must be a date like 2026-12-01");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no date of the calendar", e);
        }
    }
}
