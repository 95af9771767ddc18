package dev.windrose.flight.flights.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.StatedFare;
import dev.windrose.flight.flights.StatedTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flight as sent. Times are on the clock of their airport, or carry an offset. */
record FlightRequest(
        @Nullable String flightNumber,
        @Nullable String airplane,
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String departureTime,
        @Nullable String arrivalTime,
        @Nullable List<@Nullable StatedFare> fares) {
    private static final FlightDraft.Fields FIELDS = new FlightDraft.Fields("departureTime", "arrivalTime");

    FlightDraft draft(Faults faults) {
        return new FlightDraft(
                FIELDS,
                faults.required("flightNumber", flightNumber, FlightNumber::new),
                faults.required("airplane", airplane, Registration::new),
                faults.required("origin", origin, AirportCode::new),
                faults.required("destination", destination, AirportCode::new),
                faults.required(FIELDS.departure(), departureTime, StatedTime::parse),
                faults.required(FIELDS.arrival(), arrivalTime, StatedTime::parse),
                StatedFare.all(fares, faults));
    }
}
