package dev.windrose.flight.search;

import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.changes.FlightChanges.LoggedOffer;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.search.Routes.Route;
import dev.windrose.flight.search.TimetableTables.StoredFlight;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The read model as it now is: written by one thread, the follower; read by every search without a lock. */
@Component
class TimetableStore {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TimetableTables tables;
    private final Clock clock;
    private final ReentrantLock publishing = new ReentrantLock();
    private final Condition published = publishing.newCondition();
    private volatile Map<Long, TimetableFlight> byId = Map.of();
    private volatile State state = new State(Timetable.EMPTY, Directory.EMPTY, Routes.NONE, AsOf.BEGINNING);

    /**
     * What one search works on from start to end.
     *
     * @param asOf up to where the log is in it; flights of it may know later offers, which are not to be looked at
     */
    record State(Timetable timetable, Directory directory, Routes routes, AsOf asOf) {}

    TimetableStore(TimetableTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    State state() {
        return state;
    }

    /** The state, once it has all that another replica had when it made a result: the log is looked at often. As it is if that takes too long. */
    State stateWith(AsOf asOf) {
        State now = state;
        if (now.asOf().covers(asOf)) {
            return now;
        }
        long patience = PATIENCE.toNanos();
        publishing.lock();
        try {
            while (!state.asOf().covers(asOf) && patience > 0) {
                patience = published.awaitNanos(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publishing.unlock();
        }
        return state;
    }

    /** The flight as it now is, null once it can't be booked any more. */
    @Nullable
    TimetableFlight flight(long id) {
        return byId.get(id);
    }

    /** The flights of an itinerary as they now are; null if they can't be booked as one any more. */
    @Nullable
    List<TimetableFlight> current(Itinerary itinerary) {
        List<TimetableFlight> segments = itinerary.segments();
        List<TimetableFlight> current = new ArrayList<>(segments.size());
        TimetableFlight before = null;
        for (TimetableFlight segment : segments) {
            TimetableFlight now = byId.get(segment.id);
            if (now == null
                    || now.offers(itinerary.cabin) == null
                    || !now.currency.equals(itinerary.currency())
                    || (before != null && now.departsAt < before.arrivesAt)) {
                return null;
            }
            current.add(now);
            before = now;
        }
        return current;
    }

    int size() {
        return byId.size();
    }

    /** Reads everything, beside what is served meanwhile. @param begun the point in the log that was noted before */
    void fill(AsOf begun) {
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
        state = new State(Timetable.of(all.values()), directory, Routes.NONE.with(tables.routes()), begun);
    }

    /** Reads names and zones again. False if clocks changed, so that all of the timetable must be read again. */
    boolean refreshDirectory() {
        Directory directory = tables.directory();
        if (!directory.sameClocks(state.directory())) {
            return false;
        }
        state = new State(state.timetable(), directory, state.routes(), state.asOf());
        return true;
    }

    /** Takes in prices and seats, in the order of the log. They count from the next {@link #publish} on. */
    void apply(List<LoggedOffer> offers) {
        offers.forEach(offer -> {
            TimetableFlight flight = byId.get(offer.change().flightId());
            if (flight != null) {
                flight.apply(offer.seq(), offer.change());
            }
        });
    }

    /** Reads these flights again; by each its number in the log. @param created whether they are new */
    void refresh(Map<Long, Long> seqs, boolean created) {
        List<StoredFlight> stored = tables.byIds(seqs.keySet());
        List<TimetableFlight> gone = new ArrayList<>();
        List<TimetableFlight> come = new ArrayList<>();
        for (StoredFlight flight : stored) {
            if (isBookable(flight)) {
                come.add(read(flight, seqs.getOrDefault(flight.row().id(), CabinOffers.LOADED), created));
            }
        }
        seqs.keySet().forEach(id -> {
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
                state.routes().with(routes),
                state.asOf());
    }

    private TimetableFlight read(StoredFlight stored, long seq, boolean created) {
        TimetableFlight before = byId.get(stored.row().id());
        return new TimetableFlight(stored.row(), state.directory(), stored.offers(), seq, before, created);
    }

    /** All that was taken in counts. */
    void publish(AsOf asOf) {
        publishing.lock();
        try {
            state = new State(state.timetable(), state.directory(), state.routes(), asOf);
            published.signalAll();
        } finally {
            publishing.unlock();
        }
    }

    /** Lets go of what has departed, of routes that no row has any more, and of offers that no cursor names any more. */
    void tidy(long forgetBefore) {
        long now = clock.millis();
        List<TimetableFlight> gone =
                byId.values().stream().filter(f -> f.departsAt <= now).toList();
        gone.forEach(flight -> byId.remove(flight.id));
        byId.values().forEach(flight -> flight.forgetBefore(forgetBefore));
        state = new State(
                state.timetable().with(gone, List.of()),
                state.directory(),
                Routes.NONE.with(tables.routes()),
                state.asOf());
    }

    private boolean isBookable(StoredFlight flight) {
        FlightStatus status = flight.row().status();
        return (status == FlightStatus.SCHEDULED || status == FlightStatus.DELAYED)
                && flight.row().departsAt().isAfter(clock.instant());
    }
}
