package dev.windrose.flight.search;

import dev.windrose.flight.search.Directory.Airport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What places are called, and which day it is there. */
@Component
public class PlaceNames {
    private static final String CITY = "city:";

    private final TimetableStore store;
    private final Clock clock;

    PlaceNames(TimetableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A place for people to read.
     *
     * @param place its {@link Place#text}
     * @param name of the airport, or of the city if all its airports are meant
     * @param city the city's name
     */
    public record NamedPlace(String place, String code, String name, String city) {}

    /** @param text {@link Place#text}. What is no more in the catalogue is called by its code */
    public NamedPlace named(String text) {
        Directory directory = store.state().directory();
        String code = code(text);
        if (text.startsWith(CITY)) {
            List<String> airports = directory.airportsByCity().getOrDefault(code, List.of());
            String city = airports.isEmpty()
                    ? code
                    : directory.airport(airports.get(0)).cityName();
            return new NamedPlace(text, code, city, city);
        }
        @Nullable Airport airport = directory.airports().get(code);
        return airport == null
                ? new NamedPlace(text, code, code, code)
                : new NamedPlace(text, code, airport.name(), airport.cityName());
    }

    /** The shortest text by which {@link Places#find} finds the same: the code alone, unless that means a city of the same code. */
    public String shortest(String text) {
        boolean meansCity = store.state().directory().airportsByCity().containsKey(code(text));
        return meansCity == text.startsWith(CITY) ? code(text) : text;
    }

    /** The earliest date that the clocks of any of its airports show. */
    public LocalDate today(Place place) {
        Directory directory = store.state().directory();
        return place.airports().stream()
                .map(airport -> LocalDate.ofInstant(
                        clock.instant(), directory.airport(airport).zone()))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static String code(String text) {
        return text.substring(text.indexOf(':') + 1);
    }
}
