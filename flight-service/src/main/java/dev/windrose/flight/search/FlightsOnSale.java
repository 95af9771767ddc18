package dev.windrose.flight.search;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.search.Directory.Airport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single flights as searches see them. */
@Component
public class FlightsOnSale {
    private final TimetableStore store;
    private final SearchSettings settings;
    private final Clock clock;

    FlightsOnSale(TimetableStore store, SearchSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A flight that can be booked.
     *
     * @param origins every {@link Place#text} that means where it leaves from: the airport's, and its city's
     * @param destinations the same of where it arrives
     * @param date on which it leaves, local at the origin, by the times as they now are
     */
    public record FlightOnSale(long id, List<String> origins, List<String> destinations, LocalDate date) {}

    /** Null if there is none, or it can't be booked any more. */
    public @Nullable FlightOnSale find(long flightId) {
        TimetableFlight flight = onSale(flightId);
        return flight == null
                ? null
                : new FlightOnSale(
                        flight.id,
                        places(flight.origin),
                        places(flight.destination),
                        LocalDate.ofEpochDay(flight.departureDay));
    }

    /** What a seat costs; null if there is none to be had. */
    public @Nullable Money price(long flightId, Cabin cabin) {
        TimetableFlight flight = onSale(flightId);
        CabinOffers.Offer offer =
                flight == null ? null : flight.offer(cabin, store.state().asOf());
        return flight == null || offer == null || offer.seatsAvailable < 1
                ? null
                : Money.ofMinor(offer.priceMinor, flight.currency);
    }

    private @Nullable TimetableFlight onSale(long flightId) {
        TimetableFlight flight = store.flight(flightId);
        return flight == null
                        || flight.departsAt
                                <= clock.millis() + settings.salesClose().toMillis()
                ? null
                : flight;
    }

    private static List<String> places(Airport airport) {
        return List.of("airport:" + airport.code(), "city:" + airport.cityCode());
    }
}
