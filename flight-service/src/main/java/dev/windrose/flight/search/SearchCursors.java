package dev.windrose.flight.search;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.flight.search.SearchPage.Entry;
import dev.windrose.flight.search.SearchPage.Rest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cursors of search carry the rest of the result itself (some seven characters an itinerary), so order and membership stand while prices
 * and seats move, any replica can serve the next page, and none has to remember anything. docs/search.md says where that ends.
 */
@Component
public class SearchCursors {
    private static final int RADIX = 36;

    private final Cursors cursors;

    SearchCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    /** What the pages before left; null without a cursor; 400 if it is damaged, expired or another query's. */
    public @Nullable Rest decode(String queryKey, @Nullable String cursor) {
        String position = cursors.decode(queryKey, cursor);
        if (position == null) {
            return null;
        }
        String[] parts = position.split(",");
        return new Rest(
                parts[0], Arrays.stream(parts).skip(1).map(SearchCursors::entry).toList());
    }

    /** The cursor of the page that begins with these; null if there are none. */
    @Nullable
    String encode(String queryKey, List<Ranked> rest) {
        if (rest.isEmpty()) {
            return null;
        }
        StringBuilder position = new StringBuilder(rest.get(0).itinerary().currency());
        for (Ranked ranked : rest) {
            position.append(',').append(Integer.toString(ranked.score(), RADIX)).append('.');
            position.append(ranked.itinerary().segments.stream()
                    .map(flight -> Long.toString(flight.id, RADIX))
                    .collect(Collectors.joining("-")));
        }
        return cursors.encode(queryKey, position.toString());
    }

    private static Entry entry(String text) {
        int dot = text.indexOf('.');
        List<Long> flights = new ArrayList<>();
        for (String id : text.substring(dot + 1).split("-")) {
            flights.add(Long.parseLong(id, RADIX));
        }
        return new Entry(flights, Integer.parseInt(text.substring(0, dot), RADIX));
    }
}
