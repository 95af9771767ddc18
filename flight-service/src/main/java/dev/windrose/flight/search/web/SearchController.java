package dev.windrose.flight.search.web;

import dev.windrose.flight.search.FlightSearch;
import dev.windrose.flight.search.Places;
import dev.windrose.flight.search.SearchAnswer;
import dev.windrose.flight.search.SearchCursors;
import dev.windrose.flight.search.Staleness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/flights/search}, open to all. */
@RestController
class SearchController {
    static final String STALE_SINCE = "X-Windrose-Stale-Since";

    private final FlightSearch search;
    private final Places places;
    private final SearchCursors cursors;
    private final Staleness staleness;

    SearchController(FlightSearch search, Places places, SearchCursors cursors, Staleness staleness) {
        this.search = search;
        this.places = places;
        this.cursors = cursors;
        this.staleness = staleness;
    }

    /**
     * Itineraries from {@code origin} to {@code destination} on the local {@code date}, a page at a time. The parameters are explained in
     * docs/search.md; 400 {@code validation_failed} names every one that is wrong. While the database is away, answers come from what
     * was known and carry {@code X-Windrose-Stale-Since} (RFC 3339, UTC).
     */
    @GetMapping("/api/v1/flights/search")
    SearchAnswer search(HttpServletRequest request, HttpServletResponse response) {
        Map<String, String[]> given = request.getParameterMap();
        SearchParameters.Parsed parsed = new SearchParameters(name -> firstOf(given.get(name))).parse(places, cursors);
        Instant staleSince = staleness.since();
        if (staleSince != null) {
            response.setHeader(STALE_SINCE, staleSince.toString());
        }
        return search.search(parsed.query(), parsed.page());
    }

    private static @Nullable String firstOf(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }
}
