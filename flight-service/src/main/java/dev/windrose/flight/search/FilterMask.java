package dev.windrose.flight.search;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.flight.flights.FlightView.RatingView;
import dev.windrose.flight.search.SearchQuery.Filters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Which filters an itinerary fails, one bit each: a facet ignores its own, so it isn't enough to know that one failed. */
final class FilterMask {
    static final int PRICE = 1;
    static final int DURATION = 2;
    static final int AIRLINES = 4;
    static final int DEPARTURE = 8;
    static final int OTHER = 16;

    private final Filters filters;
    private final long minPriceMinor;
    private final long maxPriceMinor;
    private final long maxDurationMillis;

    FilterMask(Filters filters, String currency) {
        this.filters = filters;
        int digits = new CurrencyCode(currency).minorDigits();
        this.minPriceMinor = minor(filters.minPrice(), digits, RoundingMode.CEILING, Long.MIN_VALUE);
        this.maxPriceMinor = minor(filters.maxPrice(), digits, RoundingMode.FLOOR, Long.MAX_VALUE);
        this.maxDurationMillis = filters.maxDuration() == null
                ? Long.MAX_VALUE
                : filters.maxDuration().toMillis();
    }

    /** The filters failed: 0 if it belongs to the result. */
    int failed(Itinerary itinerary) {
        int failed = 0;
        if (itinerary.priceMinor < minPriceMinor || itinerary.priceMinor > maxPriceMinor) {
            failed |= PRICE;
        }
        if (itinerary.durationMillis() > maxDurationMillis) {
            failed |= DURATION;
        }
        if (!filters.airlines().isEmpty() && !isOfAirlines(itinerary)) {
            failed |= AIRLINES;
        }
        if (!filters.departure().contains(itinerary.first.departureMinute)) {
            failed |= DEPARTURE;
        }
        return failsOther(itinerary) ? failed | OTHER : failed;
    }

    private boolean failsOther(Itinerary itinerary) {
        return !filters.arrival().contains(itinerary.last.arrivalMinute)
                || (filters.excludeOvernight() && itinerary.overnight())
                || (filters.minRating() != null && !ratedAtLeast(itinerary.rating(), filters.minRating()));
    }

    private boolean isOfAirlines(Itinerary itinerary) {
        return isOfAirlines(itinerary.first) && isOfAirlines(itinerary.second) && isOfAirlines(itinerary.third);
    }

    private boolean isOfAirlines(@Nullable TimetableFlight segment) {
        return segment == null || filters.airlines().contains(segment.airline);
    }

    private static boolean ratedAtLeast(@Nullable RatingView rating, BigDecimal least) {
        return rating != null && rating.average().compareTo(least) >= 0;
    }

    private static long minor(@Nullable BigDecimal price, int digits, RoundingMode rounding, long absent) {
        return price == null
                ? absent
                : price.movePointRight(digits).setScale(0, rounding).longValueExact();
    }
}
