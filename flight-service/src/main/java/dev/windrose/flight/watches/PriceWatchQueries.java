package dev.windrose.flight.watches;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.search.PlaceNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What users read of their watches. */
@Component
public class PriceWatchQueries {
    private final PriceWatchStore watches;
    private final PlaceNames names;
    private final Cursors cursors;

    PriceWatchQueries(PriceWatchStore watches, PlaceNames names, Cursors cursors) {
        this.watches = watches;
        this.names = names;
        this.cursors = cursors;
    }

    /** @throws PriceWatchNotFound if there is none, or it is somebody else's */
    public PriceWatchView get(String userId, String id) {
        return view(watches.find(userId, PriceWatchNotFound.idOf(id)).orElseThrow(PriceWatchNotFound::new));
    }

    /** One page, newest first. @param limit 1 to 100. @param cursor of the page before, null for the first */
    public Page<PriceWatchView> list(String userId, int limit, @Nullable String cursor) {
        String list = "price-watches:" + userId;
        String before = cursors.decode(list, cursor);
        return Page.of(
                        watches.list(userId, before == null ? Long.MAX_VALUE : Long.parseLong(before), limit + 1),
                        limit,
                        last -> cursors.encode(list, Long.toString(last.id())))
                .map(this::view);
    }

    PriceWatchView view(PriceWatch watch) {
        Watched watched = watch.watched();
        Long flightId = watched.flightId();
        return new PriceWatchView(
                Long.toString(watch.id()),
                names.shortest(watched.origin()),
                names.shortest(watched.destination()),
                watched.date(),
                watched.cabin(),
                flightId == null ? null : flightId.toString(),
                watched.flightNumber(),
                watch.prices().target(),
                watch.prices().baseline(),
                watch.prices().lastTold(),
                watch.createdAt());
    }
}
