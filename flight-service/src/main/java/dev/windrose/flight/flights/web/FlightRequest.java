package dev.windrose.flight.flights.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.StatedTime;
import dev.windrose.flight.flights.web.PriceRequest.MoneyRequest;
import java.util.ArrayList;
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
        @Nullable List<@Nullable FareRequest> fares) {
    private static final FlightDraft.Fields FIELDS = new FlightDraft.Fields("departureTime", "arrivalTime");

    /** The fare of one cabin as sent. */
    record FareRequest(@Nullable String cabin, @Nullable MoneyRequest price) {}

    FlightDraft draft(Faults faults) {
        return new FlightDraft(
                FIELDS,
                faults.required("flightNumber", flightNumber, FlightNumber::new),
                faults.required("airplane", airplane, Registration::new),
                faults.required("origin", origin, AirportCode::new),
                faults.required("destination", destination, AirportCode::new),
                faults.required(FIELDS.departure(), departureTime, StatedTime::parse),
                faults.required(FIELDS.arrival(), arrivalTime, StatedTime::parse),
                fares(faults));
    }

    private List<Fare> fares(Faults faults) {
        int most = Cabin.values().length;
        if (fares == null || fares.isEmpty() || fares.size() > most) {
            faults.add("fares", "invalid", "must be a list of 1 to " + most + " fares");
            return List.of();
        }
        List<Fare> sound = new ArrayList<>();
        for (int i = 0; i < fares.size(); i++) {
            FareRequest fare = fares.get(i);
            MoneyRequest price = fare == null ? null : fare.price();
            String path = "fares[" + i + "]";
            if (fare == null || price == null) {
                faults.add(fare == null ? path : path + ".price", "required", "is required");
                continue;
            }
            Fare made = Fare.of(faults, path, fare.cabin(), price.amount(), price.currency());
            if (made != null) {
                sound.add(made);
            }
        }
        return sound;
    }
}
