package dev.windrose.flight.search;

import dev.windrose.flight.search.SearchPage.Entry;
import dev.windrose.flight.search.SearchPage.Rest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers searches from the timetable in memory: no query, no lock, only the flights that may answer are touched. */
@Component
public class FlightSearch {
    private final TimetableStore store;
    private final SearchCursors cursors;
    private final RenderItineraries render;
    private final SearchSettings settings;
    private final Clock clock;

    FlightSearch(
            TimetableStore store,
            SearchCursors cursors,
            RenderItineraries render,
            SearchSettings settings,
            Clock clock) {
        this.store = store;
        this.cursors = cursors;
        this.render = render;
        this.settings = settings;
        this.clock = clock;
    }

    /** One page of the itineraries that the query finds and that are on sale now, with the facets of all of them. */
    public SearchAnswer search(SearchQuery query, SearchPage page) {
        TimetableStore.State state = store.state();
        long salesClosed = clock.millis() + settings.salesClose().toMillis();
        Candidates candidates = new Candidates(query, state.timetable(), salesClosed);
        Rest rest = page.rest();
        Narrowed narrowed =
                narrow(query, candidates, rest == null ? candidates.currency() : rest.currency(), state.directory());
        List<Ranked> ranked = rest == null
                ? new Ranking(settings.priceWeight()).rank(narrowed.result(), query.order())
                : stillOffered(rest, query, salesClosed);
        int shown = Math.min(page.limit(), ranked.size());
        List<ItineraryView> items = new ArrayList<>(shown);
        for (Ranked itinerary : ranked.subList(0, shown)) {
            items.add(render.render(itinerary, query.seats(), state.directory()));
        }
        return new SearchAnswer(
                items,
                cursors.encode(query.key(), ranked.subList(shown, ranked.size())),
                narrowed.facets(),
                items.isEmpty() ? candidates.emptyReason(state.routes()) : null);
    }

    private record Narrowed(List<Itinerary> result, Facets facets) {}

    private static Narrowed narrow(
            SearchQuery query, Candidates candidates, @Nullable String currency, Directory directory) {
        if (currency == null) {
            return new Narrowed(List.of(), Facets.OF_NOTHING);
        }
        FilterMask filters = new FilterMask(query.filters(), currency);
        FacetCounter facets = new FacetCounter(currency, directory);
        List<Itinerary> result = new ArrayList<>();
        for (Itinerary itinerary : candidates.in(currency)) {
            int failed = filters.failed(itinerary);
            facets.add(itinerary, failed);
            if (failed == 0) {
                result.add(itinerary);
            }
        }
        return new Narrowed(result, facets.facets());
    }

    /** Prices and seats as they are now, the order as it was; what can't be booked at all any more is left out. */
    private List<Ranked> stillOffered(Rest rest, SearchQuery query, long salesClosed) {
        return rest.entries().stream()
                .map(entry -> stillOffered(entry, rest.currency(), query, salesClosed))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Ranked stillOffered(Entry entry, String currency, SearchQuery query, long salesClosed) {
        List<TimetableFlight> segments = new ArrayList<>();
        for (long id : entry.flights()) {
            TimetableFlight flight = store.flight(id);
            if (flight == null || flight.departsAt <= salesClosed || !flight.currency.equals(currency)) {
                return null;
            }
            segments.add(flight);
        }
        Itinerary itinerary = Itinerary.of(segments, query.cabin());
        return itinerary == null ? null : new Ranked(itinerary, entry.score());
    }
}
