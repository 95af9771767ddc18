package dev.windrose.flight.watches;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.search.FlightsOnSale;
import dev.windrose.flight.search.LowestFares;
import dev.windrose.flight.search.Place;
import dev.windrose.flight.search.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is watched, at its lowest price of now, from memory. */
@Component
class LowestPrices {
    private final LowestFares fares;
    private final FlightsOnSale flights;
    private final Places places;

    LowestPrices(LowestFares fares, FlightsOnSale flights, Places places) {
        this.fares = fares;
        this.flights = flights;
        this.places = places;
    }

    /** Per seat; null if nothing is on sale. */
    @Nullable
    Money of(Watched watched) {
        Long flightId = watched.flightId();
        if (flightId != null) {
            return flights.price(flightId, watched.cabin());
        }
        Place origin = find(watched.origin());
        Place destination = find(watched.destination());
        return origin == null || destination == null
                ? null
                : fares.on(origin, destination, watched.date(), watched.cabin());
    }

    /** A place may have left the catalogue since the watch was made. */
    private @Nullable Place find(String text) {
        try {
            return places.find(text);
        } catch (IllegalArgumentException gone) {
            return null;
        }
    }
}
