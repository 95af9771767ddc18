package dev.windrose.flight.schedules;

import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.FlightTerms;

/** What stays the same for as long as there is the schedule. */
record Leg(FlightNumber flightNumber, AirportCode origin, AirportCode destination) {

    /** Whether the flight still is one of this leg: staff may have made another one of it. */
    boolean isOf(FlightTerms flight) {
        return flightNumber.equals(flight.flightNumber())
                && origin.equals(flight.origin())
                && destination.equals(flight.destination());
    }
}
