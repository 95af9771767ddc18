package dev.windrose.flight.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads, without a lock, what there is for a request, and refuses what can't be sold. */
@Component
class Offers {
    private final FlightFactsReader flights;
    private final Cabins cabins;
    private final InventorySettings settings;

    Offers(FlightFactsReader flights, Cabins cabins, InventorySettings settings) {
        this.flights = flights;
        this.cabins = cabins;
        this.settings = settings;
    }

    Offer make(SeatRequest request, Instant now) {
        Set<Long> ids =
                request.segments().stream().map(SeatRequest.Segment::flightKey).collect(Collectors.toSet());
        Map<Long, FlightFacts> facts = flights.read(ids);
        Offer offer = new Offer(request, facts, cabins.read(request.cabins()));
        offer.requireSellable(now, settings.salesClose());
        offer.requireSeats();
        return offer;
    }
}
