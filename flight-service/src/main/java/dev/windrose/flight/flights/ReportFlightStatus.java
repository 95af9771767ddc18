package dev.windrose.flight.flights;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a flight has departed or arrived. The same again changes nothing and tells nobody. */
@Component
public class ReportFlightStatus {
    private final OperatedFlights flights;
    private final FlightEvents events;
    private final Clock clock;

    ReportFlightStatus(OperatedFlights flights, FlightEvents events, @Qualifier("databaseClock") Clock clock) {
        this.flights = flights;
        this.events = events;
        this.clock = clock;
    }

    /** @throws FlightConflict {@code illegal_transition} if it can't, or not yet: from 24 hours before departure on */
    @Transactional
    public void departed(long flightId) {
        OperatedFlight flight = flights.lock(flightId);
        OperatedFlight departed = flight.departed(clock.instant());
        if (departed != flight) {
            flights.store("flight.departed", flight, departed);
            events.departed(departed);
        }
    }

    /** @throws FlightConflict {@code illegal_transition} unless it has departed */
    @Transactional
    public void arrived(long flightId) {
        OperatedFlight flight = flights.lock(flightId);
        OperatedFlight arrived = flight.arrived();
        if (arrived != flight) {
            flights.store("flight.arrived", flight, arrived);
            events.arrived(arrived);
        }
    }
}
