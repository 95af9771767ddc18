package dev.windrose.flight.search;

import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.search.SearchPage.Walk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
        Walk walk = page.walk();
        TimetableStore.State state = walk == null ? store.state() : store.stateWith(walk.asOf());
        AsOf asOf = walk == null ? state.asOf() : walk.asOf();
        Candidates candidates = new Candidates(query, state, asOf, salesClosed());
        String currency = walk == null ? candidates.currency() : walk.currency();
        Narrowed narrowed = narrow(query, candidates, currency, state.directory());
        if (currency == null || narrowed.result().isEmpty()) {
            return new SearchAnswer(List.of(), narrowed.facets(), candidates.emptyReason(), null);
        }
        ResultRange range = walk == null ? ResultRange.of(narrowed.result()) : walk.range();
        Ranking.Page ranked = new Ranking(settings.priceWeight())
                .page(narrowed.result(), range, query.order(), page.limit(), walk == null ? null : walk.position());
        return new SearchAnswer(
                render(ranked.items(), query, state),
                narrowed.facets(),
                null,
                ranked.more() == 0
                        ? null
                        : cursors.encode(
                                query.key(),
                                new Walk(asOf, currency, range, last(ranked).position())));
    }

    /** What leaves then or earlier isn't sold any more. */
    private long salesClosed() {
        return clock.millis() + settings.salesClose().toMillis();
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

    /** As they are now, whatever they were when the result was made; without what can't be booked at all any more. */
    private List<ItineraryView> render(List<Ranked> page, SearchQuery query, TimetableStore.State state) {
        List<ItineraryView> items = new ArrayList<>(page.size());
        for (Ranked ranked : page) {
            List<TimetableFlight> current = store.current(ranked.itinerary());
            if (current != null) {
                items.add(render.render(current, query, ranked.score(), state.directory()));
            }
        }
        return items;
    }

    private static Ranked last(Ranking.Page page) {
        return page.items().get(page.items().size() - 1);
    }
}
