package dev.windrose.flight.search;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.catalogue.Cabin;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a journey costs at least: the first that a search for one seat, at most one stop and no filter would show by price. */
@Component
public class LowestFares {
    private static final int SEATS = 1;
    private static final int MAX_STOPS = 1;

    private final TimetableStore store;
    private final SearchSettings settings;
    private final Clock clock;

    LowestFares(TimetableStore store, SearchSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of every day of the month. */
    public FareCalendar of(Place origin, Place destination, YearMonth month, Cabin cabin) {
        return new FareCalendar(find(origin, destination, month.atDay(1), month.lengthOfMonth(), cabin));
    }

    /** Of one day; null if nothing is on sale. */
    public @Nullable Money on(Place origin, Place destination, LocalDate date, Cabin cabin) {
        return find(origin, destination, date, 1, cabin).get(0).price();
    }

    private List<FareCalendar.Day> find(Place origin, Place destination, LocalDate first, int days, Cabin cabin) {
        TimetableStore.State state = store.state();
        long salesClosed = clock.millis() + settings.salesClose().toMillis();
        Connections connections = new Connections(state, state.asOf(), cabin, SEATS, MAX_STOPS, salesClosed);
        int firstDay = (int) first.toEpochDay();
        for (String from : origin.airports()) {
            for (String to : destination.airports()) {
                connections.find(from, to, firstDay, firstDay + days - 1);
            }
        }
        List<CheapestByCurrency> cheapest = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            cheapest.add(new CheapestByCurrency());
        }
        connections
                .found()
                .forEach(i -> cheapest.get(i.first.departureDay - firstDay).add(i));
        List<FareCalendar.Day> fares = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            fares.add(new FareCalendar.Day(first.plusDays(i), cheapest.get(i).inCommonestCurrency()));
        }
        return fares;
    }

    /** A day's result has one currency, the commonest, of equally common ones the first by code. */
    private static final class CheapestByCurrency {
        private final Map<String, Cheapest> byCurrency = new TreeMap<>();

        private static final class Cheapest {
            private int count;
            private long minor = Long.MAX_VALUE;
        }

        void add(Itinerary itinerary) {
            Cheapest cheapest = byCurrency.computeIfAbsent(itinerary.currency(), c -> new Cheapest());
            cheapest.count++;
            cheapest.minor = Math.min(cheapest.minor, itinerary.priceMinor);
        }

        @Nullable
        Money inCommonestCurrency() {
            Money price = null;
            int most = 0;
            for (Map.Entry<String, Cheapest> entry : byCurrency.entrySet()) {
                if (entry.getValue().count > most) {
                    most = entry.getValue().count;
                    price = Money.ofMinor(entry.getValue().minor, entry.getKey());
                }
            }
            return price;
        }
    }
}
