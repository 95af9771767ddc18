package dev.windrose.flight.schedules.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.schedules.BookedFlights;
import dev.windrose.flight.schedules.ChangeSchedule;
import dev.windrose.flight.schedules.CreateSchedule;
import dev.windrose.flight.schedules.RemoveSchedule;
import dev.windrose.flight.schedules.RevisionReport;
import dev.windrose.flight.schedules.ScheduleChange;
import dev.windrose.flight.schedules.ScheduleNotFound;
import dev.windrose.flight.schedules.ScheduleQueries;
import dev.windrose.flight.schedules.ScheduleView;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schedules: {@link ScheduleView}. Their flights are at {@code /flights?flightNumber=&date=}. */
@RestController
@RequestMapping("/api/v1/schedules")
class ScheduleController {
    private final CreateSchedule createSchedule;
    private final ChangeSchedule changeSchedule;
    private final RemoveSchedule removeSchedule;
    private final ScheduleQueries queries;

    ScheduleController(
            CreateSchedule createSchedule,
            ChangeSchedule changeSchedule,
            RemoveSchedule removeSchedule,
            ScheduleQueries queries) {
        this.createSchedule = createSchedule;
        this.changeSchedule = changeSchedule;
        this.removeSchedule = removeSchedule;
        this.queries = queries;
    }

    /**
     * {@code {flightNumber, airplane, origin, destination, departureLocalTime, duration, daysOfWeek, from, to | openEnded, fares}} → 201 and
     * the schedule, with all flights of its season or none; 400 {@code validation_failed}; 409 {@code already_exists},
     * {@code airplane_busy} with {@code conflicts: [{date, code}]}.
     */
    @PostMapping
    ResponseEntity<ScheduleView> create(@RequestBody ScheduleRequest request) {
        Faults faults = new Faults();
        long id = createSchedule.create(request.draft(faults), faults);
        return ResponseEntity.created(URI.create("/api/v1/schedules/" + id)).body(queries.get(id));
    }

    /** In the order in which they were made. */
    @GetMapping
    Page<ScheduleView> list(
            @RequestParam @Nullable String flightNumber,
            @RequestParam @Nullable String origin,
            @RequestParam @Nullable String destination,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        Faults faults = new Faults();
        var filter = new ScheduleQueries.Filter(
                faults.optional("flightNumber", flightNumber, FlightNumber::new),
                faults.optional("origin", origin, AirportCode::new),
                faults.optional("destination", destination, AirportCode::new));
        faults.throwIfAny();
        return queries.list(filter, Limit.parse(limit), cursor);
    }

    /** 404 {@code schedule_not_found}. */
    @GetMapping("/{id}")
    ScheduleView get(@PathVariable String id) {
        return queries.get(ScheduleNotFound.idOf(id));
    }

    /**
     * Changes {@code {departureLocalTime, duration, daysOfWeek, to | openEnded, airplane, fares}}, those given, from {@code effectiveFrom} on
     * (tomorrow at the origin, if not given) → 200 and what it did; with {@code dryRun=true} what it would do. Flights with bookings stay as
     * they are: 409 {@code has_bookings}, or with {@code bookedFlights: "KEEP"} the others are changed. 409 {@code already_exists},
     * {@code airplane_busy}, {@code cabin_missing}: nothing is changed.
     */
    @PatchMapping("/{id}")
    RevisionReport change(
            @PathVariable String id,
            @RequestParam @Nullable String dryRun,
            @RequestBody ScheduleChangeRequest request) {
        long scheduleId = ScheduleNotFound.idOf(id);
        Faults faults = new Faults();
        boolean dry = Boolean.TRUE.equals(faults.optional("dryRun", dryRun, Forms::flag));
        ScheduleChange change = request.change(faults);
        return changeSchedule.change(scheduleId, change, request.fixedParts(), dry, faults);
    }

    /**
     * Removes the schedule and its flights that are yet to depart → 204. 409 {@code has_bookings}, unless with {@code bookedFlights=KEEP} the
     * booked ones are to stay.
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @RequestParam @Nullable String bookedFlights) {
        long scheduleId = ScheduleNotFound.idOf(id);
        Faults faults = new Faults();
        BookedFlights booked = faults.optional("bookedFlights", bookedFlights, BookedFlights::of);
        faults.throwIfAny();
        removeSchedule.remove(scheduleId, booked == null ? BookedFlights.REFUSE : booked);
    }
}
