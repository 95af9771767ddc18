package dev.windrose.flight.search.web;

import dev.windrose.flight.search.FlightSearch;
import dev.windrose.flight.search.LowestFares;
import dev.windrose.flight.search.Places;
import dev.windrose.flight.search.SearchAnswer;
import dev.windrose.flight.search.SearchCursors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Searches, open to all. Answers carry an ETag and may be kept for a second; while the database is away they come from what was known and
 * carry {@code X-Windrose-Stale-Since} (RFC 3339, UTC). The parameters are explained in docs/search.md; 400 {@code validation_failed}
 * names every one that is wrong.
 */
@RestController
@RequestMapping(path = "/api/v1/flights", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {
    /** Well below the life of a cursor: an answer found unchanged by its ETag for longer is sent again, with a new cursor. */
    private static final Duration CURSOR_RENEWAL = Duration.ofMinutes(5);

    private final FlightSearch search;
    private final LowestFares lowestFares;
    private final Places places;
    private final SearchCursors cursors;
    private final SharedAnswer shared;
    private final Clock clock;

    SearchController(
            FlightSearch search,
            LowestFares lowestFares,
            Places places,
            SearchCursors cursors,
            SharedAnswer shared,
            Clock clock) {
        this.search = search;
        this.lowestFares = lowestFares;
        this.places = places;
        this.cursors = cursors;
        this.shared = shared;
        this.clock = clock;
    }

    /** Itineraries from {@code origin} to {@code destination} on the local {@code date}, a page at a time: {@link SearchAnswer}. */
    @GetMapping("/search")
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        SearchParameters.Parsed parsed = parameters(request).parse(places, cursors);
        SearchAnswer answer = search.search(parsed.query(), parsed.page());
        String cursor = answer.nextCursor();
        return cursor == null
                ? shared.of(answer)
                : shared.of(answer, cursor.length() + "\"\"}".length(), clock.millis() / CURSOR_RENEWAL.toMillis());
    }

    /**
     * {@code ?origin=SEA&destination=ANC&month=2026-12&cabin=ECONOMY}: what each day of the month costs at least, as a search with its
     * defaults finds it: {@link dev.windrose.flight.search.FareCalendar}.
     */
    @GetMapping("/lowest-fares")
    ResponseEntity<byte[]> lowestFares(HttpServletRequest request) {
        SearchParameters.Month month = parameters(request).parseMonth(places);
        return shared.of(lowestFares.of(month.origin(), month.destination(), month.month(), month.cabin()));
    }

    private static SearchParameters parameters(HttpServletRequest request) {
        Map<String, String[]> given = request.getParameterMap();
        return new SearchParameters(name -> firstOf(given.get(name)));
    }

    private static @Nullable String firstOf(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }
}
