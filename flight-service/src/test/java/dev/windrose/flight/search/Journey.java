package dev.windrose.flight.search;

import dev.windrose.flight.search.SearchOracle.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The oracle's itinerary. */
record Journey(List<Row> segments) {
    Journey then(Row next) {
        List<Row> longer = new ArrayList<>(segments);
        longer.add(next);
        return new Journey(longer);
    }

    Row first() {
        return segments.get(0);
    }

    Row last() {
        return segments.get(segments.size() - 1);
    }

    int stops() {
        return segments.size() - 1;
    }

    ZonedDateTime departure() {
        return first().departure();
    }

    ZonedDateTime arrival() {
        return last().arrival();
    }

    Duration duration() {
        return Duration.between(departure(), arrival());
    }

    long price() {
        return segments.stream().mapToLong(Row::price).sum();
    }

    int free() {
        return segments.stream().mapToInt(Row::free).min().orElseThrow();
    }

    String currency() {
        return first().currency();
    }

    Set<String> airlines() {
        return segments.stream().map(Row::airline).collect(Collectors.toSet());
    }

    List<String> airports() {
        return Stream.concat(Stream.of(first().origin()), segments.stream().map(Row::destination))
                .toList();
    }

    String ids() {
        return segments.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining("-"));
    }

    /** Whether the local dates along the way ever go forward. */
    boolean overnight() {
        List<LocalDate> dates = segments.stream()
                .flatMap(row ->
                        Stream.of(row.departure().toLocalDate(), row.arrival().toLocalDate()))
                .toList();
        for (int i = 1; i < dates.size(); i++) {
            if (dates.get(i).isAfter(dates.get(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
