package dev.windrose.flight.flights;

import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import java.time.Instant;
import java.util.List;

/** What staff may change of a flight, in the form in which they would schedule it. */
public record FlightTerms(
        FlightNumber flightNumber,
        Registration airplane,
        AirportCode origin,
        AirportCode destination,
        Instant departureTime,
        Instant arrivalTime,
        List<Fare> fares) {

    static FlightTerms of(PlannedFlight plan) {
        return new FlightTerms(
                plan.number(),
                plan.airplane(),
                plan.origin(),
                plan.destination(),
                plan.departs(),
                plan.arrives(),
                plan.fares());
    }
}
