package dev.windrose.flight.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds airports by what a caller says: {@code SEA}, {@code city:HOU}, {@code airport:HOU}. */
@Component
public class Places {
    private static final Pattern FORM = Pattern.compile("(?:(city|airport):)?([A-Z]{3})");

    private final TimetableStore store;

    Places(TimetableStore store) {
        this.store = store;
    }

    /** A bare code that names a city means all its airports, else that airport. @throws IllegalArgumentException if it names neither */
    public Place find(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be an airport or city code like SEA, city:HOU or airport:HOU");
        }
        return find(matcher.group(1), matcher.group(2));
    }

    private Place find(@Nullable String kind, String code) {
        Directory directory = store.state().directory();
        Map<String, List<String>> cities = directory.airportsByCity();
        if (!"airport".equals(kind) && cities.containsKey(code)) {
            return new Place("city:" + code, cities.getOrDefault(code, List.of()));
        }
        if (!"city".equals(kind) && directory.airports().containsKey(code)) {
            return new Place("airport:" + code, List.of(code));
        }
        throw new IllegalArgumentException("is no known " + (kind == null ? "airport or city" : kind));
    }
}
