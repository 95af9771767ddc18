package dev.windrose.flight.search;

import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.search.Routes.Route;
import dev.windrose.flight.search.TimetableTables.StoredFlight;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The read model as it now is: written by one thread, the follower; read by every search without a lock. */
@Component
class TimetableStore {
    private final TimetableTables tables;
    private final Clock clock;
    private volatile Map<Long, TimetableFlight> byId = Map.of();
    private volatile State state = new State(Timetable.EMPTY, Directory.EMPTY, Routes.NONE);

    /** What one search works on from start to end. */
    record State(Timetable timetable, Directory directory, Routes routes) {}

    TimetableStore(TimetableTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    State state() {
        return state;
    }

    /** The flight as it now is, null once it can't be booked any more. */
    @Nullable
    TimetableFlight flight(long id) {
        return byId.get(id);
    }

    int size() {
        return byId.size();
    }

    /** Reads everything, beside what is served meanwhile. */
    void fill() {
        Directory directory = tables.directory();
        Map<Long, TimetableFlight> all = new ConcurrentHashMap<>();
        List<StoredFlight> page = tables.pageAfter(0, clock.instant());
        while (!page.isEmpty()) {
            for (StoredFlight stored : page) {
                if (isBookable(stored)) {
                    all.put(stored.row().id(), new TimetableFlight(stored.row(), directory, stored.offers()));
                }
            }
            page = tables.pageAfter(page.get(page.size() - 1).row().id(), clock.instant());
        }
        byId = all;
        state = new State(Timetable.of(all.values()), directory, Routes.NONE.with(tables.routes()));
    }

    /** Reads names and zones again; all of the timetable if clocks changed. */
    void refreshDirectory() {
        Directory directory = tables.directory();
        if (!directory.sameClocks(state.directory())) {
            fill();
            return;
        }
        state = new State(state.timetable(), directory, state.routes());
    }

    /** Reads these flights again. */
    void refresh(Collection<Long> ids) {
        List<StoredFlight> stored = tables.byIds(ids);
        List<TimetableFlight> gone = new ArrayList<>();
        List<TimetableFlight> come = new ArrayList<>();
        for (StoredFlight flight : stored) {
            if (isBookable(flight)) {
                come.add(new TimetableFlight(flight.row(), state.directory(), flight.offers()));
            }
        }
        ids.forEach(id -> {
            TimetableFlight old = byId.remove(id);
            if (old != null) {
                gone.add(old);
            }
        });
        come.forEach(flight -> byId.put(flight.id, flight));
        List<Route> routes = stored.stream()
                .map(flight -> new Route(flight.row().origin(), flight.row().destination()))
                .toList();
        state = new State(
                state.timetable().with(gone, come),
                state.directory(),
                state.routes().with(routes));
    }

    /** Lets go of what has departed, and of routes that no row has any more. */
    void tidy() {
        long now = clock.millis();
        List<TimetableFlight> gone =
                byId.values().stream().filter(f -> f.departsAt <= now).toList();
        gone.forEach(flight -> byId.remove(flight.id));
        state = new State(
                state.timetable().with(gone, List.of()), state.directory(), Routes.NONE.with(tables.routes()));
    }

    private boolean isBookable(StoredFlight flight) {
        FlightStatus status = flight.row().status();
        return (status == FlightStatus.SCHEDULED || status == FlightStatus.DELAYED)
                && flight.row().departsAt().isAfter(clock.instant());
    }
}
