package dev.windrose.flight.flights.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.CancelFlight;
import dev.windrose.flight.flights.DelayFlight;
import dev.windrose.flight.flights.FlightNotFound;
import dev.windrose.flight.flights.FlightQueries;
import dev.windrose.flight.flights.FlightView;
import dev.windrose.flight.flights.ReportFlightStatus;
import dev.windrose.flight.flights.StatedTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to flights on their day. Each call answers with the flight; a repeated one changes nothing more. */
@RestController
@RequestMapping("/api/v1/flights/{id}")
class OperationsController {
    private static final int MAX_REASON = 300;

    private final DelayFlight delayFlight;
    private final CancelFlight cancelFlight;
    private final ReportFlightStatus reportStatus;
    private final FlightQueries queries;

    OperationsController(
            DelayFlight delayFlight,
            CancelFlight cancelFlight,
            ReportFlightStatus reportStatus,
            FlightQueries queries) {
        this.delayFlight = delayFlight;
        this.cancelFlight = cancelFlight;
        this.reportStatus = reportStatus;
        this.queries = queries;
    }

    /** A delay as sent. Times are on the clock of their airport, or carry an offset. */
    record DelayRequest(
            @Nullable String departureTime,
            @Nullable String arrivalTime,
            @Nullable String reason) {}

    /** A cancellation as sent. */
    record CancellationRequest(@Nullable String reason) {}

    /** What is reported of a flight. */
    record StatusRequest(@Nullable String status) {}

    private enum Report {
        DEPARTED,
        ARRIVED;

        static Report of(String text) {
            return switch (text) {
                case "DEPARTED" -> DEPARTED;
                case "ARRIVED" -> ARRIVED;
                default -> throw new IllegalArgumentException("must be DEPARTED or ARRIVED");
            };
        }
    }

    /**
     * {@code {departureTime, arrivalTime?, reason}}: departure later than first scheduled; without arrival the flight takes as long as
     * before. An airplane that is due elsewhere by then doesn't hinder it. 409 {@code illegal_transition} once departed or cancelled.
     */
    @PostMapping("/delay")
    FlightView delay(@PathVariable String id, @RequestBody DelayRequest request) {
        long flightId = FlightNotFound.idOf(id);
        Faults faults = new Faults();
        StatedTime departure = faults.required("departureTime", request.departureTime, StatedTime::parse);
        StatedTime arrival = faults.optional("arrivalTime", request.arrivalTime, StatedTime::parse);
        String reason = faults.text("reason", request.reason, MAX_REASON);
        faults.throwIfAny();
        delayFlight.delay(flightId, Objects.requireNonNull(departure), arrival, Objects.requireNonNull(reason));
        return queries.get(flightId);
    }

    /** {@code {reason}}. 409 {@code illegal_transition} once departed, or if cancelled for another reason. */
    @PostMapping("/cancellation")
    FlightView cancel(@PathVariable String id, @RequestBody CancellationRequest request) {
        long flightId = FlightNotFound.idOf(id);
        Faults faults = new Faults();
        String reason = faults.text("reason", request.reason, MAX_REASON);
        faults.throwIfAny();
        cancelFlight.cancel(flightId, Objects.requireNonNull(reason));
        return queries.get(flightId);
    }

    /** {@code {status: DEPARTED|ARRIVED}}; departed from 24 hours before departure on. 409 {@code illegal_transition}. */
    @PostMapping("/status")
    FlightView report(@PathVariable String id, @RequestBody StatusRequest request) {
        long flightId = FlightNotFound.idOf(id);
        Faults faults = new Faults();
        Report report = faults.required("status", request.status, Report::of);
        faults.throwIfAny();
        switch (Objects.requireNonNull(report)) {
            case DEPARTED -> reportStatus.departed(flightId);
            case ARRIVED -> reportStatus.arrived(flightId);
        }
        return queries.get(flightId);
    }
}
