package dev.windrose.flight.search;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.flight.search.Facets.AirlineCount;
import dev.windrose.flight.search.Facets.DepartureCount;
import dev.windrose.flight.search.Facets.DurationRange;
import dev.windrose.flight.search.Facets.PriceRange;
import dev.windrose.flight.search.Facets.StopsCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the facets in one pass over the candidates. */
final class FacetCounter {
    private static final int BUCKET_MINUTES = 6 * 60;
    private static final String[] BUCKET_ENDS = {"00:00", "06:00", "12:00", "18:00", "24:00"};

    private final CurrencyCode currency;
    private final Directory directory;
    private final Range price = new Range();
    private final Range duration = new Range();
    private final Map<String, Range> airlines = new HashMap<>();
    private final Range[] stops = {new Range(), new Range(), new Range()};
    private final int[] departures = new int[BUCKET_ENDS.length - 1];

    FacetCounter(String currency, Directory directory) {
        this.currency = new CurrencyCode(currency);
        this.directory = directory;
    }

    /** @param failed the filters that the itinerary fails: it counts where that is none but the facet's own */
    void add(Itinerary itinerary, int failed) {
        if ((failed & ~FilterMask.PRICE) == 0) {
            price.add(itinerary.priceMinor);
        }
        if ((failed & ~FilterMask.DURATION) == 0) {
            duration.add(itinerary.durationMillis());
        }
        if ((failed & ~FilterMask.AIRLINES) == 0) {
            addAirlines(itinerary);
        }
        if ((failed & ~FilterMask.DEPARTURE) == 0) {
            departures[itinerary.first.departureMinute / BUCKET_MINUTES]++;
        }
        if (failed == 0) {
            stops[itinerary.stops()].add(itinerary.priceMinor);
        }
    }

    Facets facets() {
        List<AirlineCount> byAirline = new ArrayList<>();
        new TreeMap<>(airlines)
                .forEach((code, range) -> byAirline.add(
                        new AirlineCount(code, directory.airlineName(code), range.count, money(range.min))));
        List<StopsCount> byStops = new ArrayList<>();
        for (int number = 0; number < stops.length; number++) {
            if (stops[number].count > 0) {
                byStops.add(new StopsCount(number, stops[number].count, money(stops[number].min)));
            }
        }
        return new Facets(
                price.count == 0 ? new PriceRange(null, null) : new PriceRange(money(price.min), money(price.max)),
                duration.count == 0
                        ? new DurationRange(null, null)
                        : new DurationRange(Duration.ofMillis(duration.min), Duration.ofMillis(duration.max)),
                byAirline,
                byStops,
                departureBuckets());
    }

    private List<DepartureCount> departureBuckets() {
        List<DepartureCount> buckets = new ArrayList<>();
        for (int i = 0; i < departures.length; i++) {
            if (departures[i] > 0) {
                buckets.add(new DepartureCount(BUCKET_ENDS[i], BUCKET_ENDS[i + 1], departures[i]));
            }
        }
        return buckets;
    }

    private void addAirlines(Itinerary itinerary) {
        String first = itinerary.first.airline;
        addAirline(first, itinerary);
        String second = itinerary.second == null ? first : itinerary.second.airline;
        if (!second.equals(first)) {
            addAirline(second, itinerary);
        }
        String third = itinerary.third == null ? first : itinerary.third.airline;
        if (!third.equals(first) && !third.equals(second)) {
            addAirline(third, itinerary);
        }
    }

    private void addAirline(String code, Itinerary itinerary) {
        airlines.computeIfAbsent(code, c -> new Range()).add(itinerary.priceMinor);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private static final class Range {
        private int count;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;

        void add(long value) {
            count++;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }
}
