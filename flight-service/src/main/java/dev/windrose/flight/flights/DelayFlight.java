package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.OperatedFlight.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a flight off. That its airplane is needed elsewhere by then is no hindrance: a delay is told, not asked for, and the next flight
 * will have to be delayed or flown with another airplane as well; until then the airplane counts as busy with both.
 */
@Component
public class DelayFlight {
    private static final String DEPARTURE = "departureTime";
    private static final String ARRIVAL = "arrivalTime";

    private final OperatedFlights flights;
    private final FlightEvents events;

    DelayFlight(OperatedFlights flights, FlightEvents events) {
        this.flights = flights;
        this.events = events;
    }

    /**
     * The same delay again changes nothing and tells nobody.
     *
     * @param departure later than first scheduled
     * @param arrival null: the flight takes as long as before
     * @throws FlightConflict {@code illegal_transition} once it has departed or is cancelled
     */
    @Transactional
    public void delay(long flightId, StatedTime departure, @Nullable StatedTime arrival, String reason) {
        OperatedFlight flight = flights.lock(flightId);
        Faults faults = new Faults();
        Instant departs = instant(faults, DEPARTURE, departure, flight.origin().zone());
        Instant arrives = arrival == null
                ? later(departs, flight.state())
                : instant(faults, ARRIVAL, arrival, flight.destination().zone());
        check(faults, flight, departs, arrives);
        faults.throwIfAny();
        OperatedFlight delayed =
                flight.delayed(Objects.requireNonNull(departs), Objects.requireNonNull(arrives), reason);
        if (delayed != flight) {
            flights.store("flight.delayed", flight, delayed);
            events.delayed(flight, delayed);
        }
    }

    private static @Nullable Instant later(@Nullable Instant departs, State before) {
        return departs == null ? null : departs.plus(Duration.between(before.departureTime(), before.arrivalTime()));
    }

    private static @Nullable Instant instant(Faults faults, String field, StatedTime time, ZoneId zone) {
        return faults.required(field, "stated", stated -> time.in(zone));
    }

    private static void check(
            Faults faults, OperatedFlight flight, @Nullable Instant departs, @Nullable Instant arrives) {
        if (departs != null && !departs.isAfter(flight.scheduledDeparture())) {
            faults.add(DEPARTURE, "invalid", "must be later than scheduled");
        }
        if (departs != null && arrives != null) {
            FlightDraft.checkOrder(faults, ARRIVAL, departs, arrives);
        }
    }
}
