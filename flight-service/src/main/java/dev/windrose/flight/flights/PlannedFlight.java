package dev.windrose.flight.flights;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A flight as it is to be flown: what staff decide of it. @param departureDate local at the origin */
record PlannedFlight(
        FlightNumber number,
        Registration airplane,
        AirportCode origin,
        AirportCode destination,
        LocalDate departureDate,
        Instant departs,
        Instant arrives,
        List<Fare> fares) {

    PlannedFlight {
        fares = fares.stream().sorted(Comparator.comparing(Fare::cabin)).toList();
    }

    /** What no two flights share. */
    record Identity(FlightNumber number, LocalDate departureDate, AirportCode origin) {}

    Identity identity() {
        return new Identity(number, departureDate, origin);
    }

    PlannedFlight with(List<Fare> others) {
        return new PlannedFlight(number, airplane, origin, destination, departureDate, departs, arrives, others);
    }

    PlannedFlight with(Registration other, Instant actualDeparture, Instant actualArrival) {
        return new PlannedFlight(
                number, other, origin, destination, departureDate, actualDeparture, actualArrival, fares);
    }

    CurrencyCode currency() {
        return fares.get(0).price().currency();
    }
}
