package dev.windrose.flight.watches;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightNotFound;
import dev.windrose.flight.flights.FlightQueries;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.flights.FlightView;
import dev.windrose.flight.search.Place;
import dev.windrose.flight.search.PlaceNames;
import dev.windrose.flight.search.Places;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads drafts, finding all their faults before any is told. */
@Component
class DraftCheck {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Places places;
    private final PlaceNames placeNames;
    private final FlightQueries flights;
    private final LowestPrices lowest;
    private final Clock clock;

    DraftCheck(Places places, PlaceNames placeNames, FlightQueries flights, LowestPrices lowest, Clock clock) {
        this.places = places;
        this.placeNames = placeNames;
        this.flights = flights;
        this.lowest = lowest;
        this.clock = clock;
    }

    /** What is to be watched, with the price it begins at. */
    record Sound(Watched watched, WatchedPrices prices) {}

    /** 400 with every fault; 404 if all is well but that there is no such flight. */
    Sound check(PriceWatchDraft draft) {
        Faults faults = new Faults();
        Cabin cabin = draft.cabin() == null ? Cabin.ECONOMY : faults.optional("cabin", draft.cabin(), Cabin::of);
        PriceWatchDraft.Target target = draft.target();
        Money most = target == null ? null : Fare.price(faults, "targetPrice", target.amount(), target.currency());
        String flightId = draft.flightId();
        Sound sound =
                flightId == null ? journey(draft, cabin, most, faults) : flight(draft, flightId, cabin, most, faults);
        faults.throwIfAny();
        if (sound == null) {
            throw new IllegalStateException("a draft without a fault can be watched");
        }
        return sound;
    }

    private @Nullable Sound journey(
            PriceWatchDraft draft, @Nullable Cabin cabin, @Nullable Money target, Faults faults) {
        Place origin = faults.required("origin", draft.origin(), places::find);
        Place destination = faults.required("destination", draft.destination(), places::find);
        LocalDate date = faults.required("date", draft.date(), DraftCheck::date);
        if (origin != null && destination != null && origin.overlaps(destination)) {
            faults.add("destination", "same_as_origin", "must be another place than origin");
        }
        if (origin != null && date != null && date.isBefore(placeNames.today(origin))) {
            faults.add("date", "past", "must not be past");
        }
        if (origin == null || destination == null || date == null || cabin == null || !faults.isEmpty()) {
            return null;
        }
        return begin(new Watched(origin.text(), destination.text(), date, cabin, null, null), target, null, faults);
    }

    private @Nullable Sound flight(
            PriceWatchDraft draft, String flightId, @Nullable Cabin cabin, @Nullable Money target, Faults faults) {
        if (draft.namesJourney()) {
            faults.add("flightId", "ambiguous", "must not come together with origin, destination or date");
            return null;
        }
        FlightView flight = find(flightId, faults);
        if (isOver(flight)) {
            faults.add("flightId", "closed", "is a flight that can't be booked any more");
        }
        Money price = flight.cabins().stream()
                .filter(sold -> sold.cabin() == cabin)
                .map(FlightView.CabinView::price)
                .findFirst()
                .orElse(null);
        if (cabin != null && price == null) {
            faults.add("cabin", "unknown", "is not sold on this flight");
        }
        if (cabin == null || price == null) {
            return null;
        }
        Watched watched = new Watched(
                "airport:" + flight.origin().code(),
                "airport:" + flight.destination().code(),
                flight.departureTime().toLocalDate(),
                cabin,
                Long.valueOf(flight.id()),
                flight.flightNumber());
        return begin(watched, target, price.currency(), faults);
    }

    private FlightView find(String flightId, Faults faults) {
        try {
            return flights.get(FlightNotFound.idOf(flightId));
        } catch (FlightNotFound unknown) {
            faults.throwIfAny();
            throw unknown;
        }
    }

    private boolean isOver(FlightView flight) {
        return !(flight.status() == FlightStatus.SCHEDULED || flight.status() == FlightStatus.DELAYED)
                || !flight.departureTime().toInstant().isAfter(clock.instant());
    }

    /** @param currency of the prices, if it is known though nothing may be on sale */
    private @Nullable Sound begin(
            Watched watched, @Nullable Money target, @Nullable CurrencyCode currency, Faults faults) {
        Money baseline = lowest.of(watched);
        CurrencyCode prices = baseline == null ? currency : baseline.currency();
        if (target != null && prices != null && !prices.equals(target.currency())) {
            faults.add("targetPrice.currency", "mixed_currencies", "must be " + prices + ", like the prices on sale");
            return null;
        }
        return new Sound(watched, new WatchedPrices(baseline, baseline, target));
    }

    private static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a day of the calendar like 2026-12-01", e);
        }
        throw new IllegalArgumentException("must be a date like 2026-12-01");
    }
}
