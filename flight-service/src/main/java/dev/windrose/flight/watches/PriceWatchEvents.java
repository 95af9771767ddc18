package dev.windrose.flight.watches;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.outbox.Outbox;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.search.FlightsOnSale;
import dev.windrose.flight.search.FlightsOnSale.FlightOnSale;
import dev.windrose.flight.search.PlaceNames;
import dev.windrose.flight.search.PlaceNames.NamedPlace;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of drops, with all that a mail about them needs; see contracts/README.md. */
@Component
class PriceWatchEvents {
    private final Outbox outbox;
    private final PlaceNames names;
    private final FlightsOnSale flights;

    PriceWatchEvents(Outbox outbox, PlaceNames names, FlightsOnSale flights) {
        this.outbox = outbox;
        this.names = names;
        this.flights = flights;
    }

    private record Recipient(String email, String name) {}

    /** @param previousPrice the one told before; null if nothing was on sale until now */
    private record Triggered(
            String watchId,
            String userId,
            Recipient recipient,
            NamedPlace origin,
            NamedPlace destination,
            LocalDate date,
            Cabin cabin,
            @Nullable String flightId,
            @Nullable String flightNumber,
            Money price,
            @Nullable Money previousPrice,
            @Nullable Money targetPrice) {}

    /** @param watch as it was before the price was noted */
    void triggered(PriceWatch watch, Money price) {
        Watched watched = watch.watched();
        Long flightId = watched.flightId();
        outbox.record(
                "price-watch.triggered",
                "price-watch-" + watch.id(),
                new Triggered(
                        Long.toString(watch.id()),
                        watch.owner().userId(),
                        new Recipient(watch.owner().email(), watch.owner().name()),
                        names.named(watched.origin()),
                        names.named(watched.destination()),
                        date(watched),
                        watched.cabin(),
                        flightId == null ? null : flightId.toString(),
                        watched.flightNumber(),
                        price,
                        watch.prices().lastTold(),
                        watch.prices().target()));
    }

    /** A flight may leave on another day by now. */
    private LocalDate date(Watched watched) {
        Long flightId = watched.flightId();
        FlightOnSale flight = flightId == null ? null : flights.find(flightId);
        return flight == null ? watched.date() : flight.date();
    }
}
