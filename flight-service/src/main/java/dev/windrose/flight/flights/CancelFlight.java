package dev.windrose.flight.flights;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls a flight off: no seat of it is sold or paid for any more, and its airplane is free. */
@Component
public class CancelFlight {
    private final OperatedFlights flights;
    private final FlightEvents events;

    CancelFlight(OperatedFlights flights, FlightEvents events) {
        this.flights = flights;
        this.events = events;
    }

    /**
     * The same cancellation again changes nothing and tells nobody.
     *
     * @throws FlightConflict {@code illegal_transition} once it has departed, or if it is cancelled for another reason
     */
    @Transactional
    public void cancel(long flightId, String reason) {
        OperatedFlight flight = flights.lock(flightId);
        OperatedFlight cancelled = flight.cancelled(reason);
        if (cancelled != flight) {
            flights.store("flight.cancelled", flight, cancelled);
            events.cancelled(cancelled);
        }
    }
}
