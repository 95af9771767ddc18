package dev.windrose.flight.search;

import static java.util.stream.Collectors.toMap;

import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.changes.FlightChangeFeed;
import dev.windrose.flight.changes.FlightChangeSettings;
import dev.windrose.flight.changes.FlightChanges;
import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.changes.PurgeFlightChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the timetable before the service opens its port (so it is ready only when filled), then keeps it within a second of the tables.
 * Whatever fails is tried again at the next look; what a look found is kept until it was applied.
 */
@Component
class TimetableFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TimetableFollower.class);
    private static final int FLIGHTS_AT_ONCE = 500;

    private final FlightChangeFeed feed;
    private final PurgeFlightChanges purge;
    private final TimetableStore store;
    private final Staleness staleness;
    private final TimetableSettings settings;
    private final Map<Long, Long> created = new HashMap<>();
    private final Map<Long, Long> changed = new HashMap<>();
    private final Set<Long> mayBeCheaper = new HashSet<>();
    private final List<TimetableListener> listeners;
    private final OfferMemory memory;
    private AsOf reached = AsOf.BEGINNING;
    private boolean directoryPending;
    private boolean fillPending;
    private long lastTidy;
    private volatile @Nullable ScheduledExecutorService thread;

    TimetableFollower(
            FlightChangeFeed feed,
            PurgeFlightChanges purge,
            TimetableStore store,
            Staleness staleness,
            TimetableSettings settings,
            FlightChangeSettings changeSettings,
            List<TimetableListener> listeners) {
        this.listeners = listeners;
        this.memory = new OfferMemory(changeSettings.memory());
        this.feed = feed;
        this.purge = purge;
        this.store = store;
        this.staleness = staleness;
        this.settings = settings;
    }

    @Override
    public void start() {
        fill();
        follow();
        lastTidy = System.nanoTime();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread follower = new Thread(task, "timetable-follower");
            follower.setDaemon(true);
            return follower;
        });
        long poll = settings.poll().toMillis();
        executor.scheduleWithFixedDelay(this::step, poll, poll, TimeUnit.MILLISECONDS);
        thread = executor;
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = thread;
        if (executor != null) {
            executor.shutdown();
            awaitEnd(executor);
            thread = null;
        }
    }

    /** A look under way ends before the pool is closed under it. */
    private static void awaitEnd(ScheduledExecutorService executor) {
        try {
            executor.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server starts, and after it stops: searches are served up to the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void step() {
        try {
            follow();
            staleness.followed();
            tidyIfDue();
        } catch (RuntimeException e) {
            staleness.failed(e);
        }
    }

    private void follow() {
        FlightChanges changes;
        do {
            changes = feed.look();
            if (changes.missed()) {
                log.info("the log of changes was emptied or left behind: reading the whole timetable again");
                fillPending = true;
            } else {
                take(changes);
            }
        } while (catchUp() || changes.more());
    }

    /** Prices and seats at once, so that they are in the order of the log; what has to be read is kept until it was. */
    private void take(FlightChanges changes) {
        store.apply(changes.offers());
        changes.offers().stream()
                .map(FlightChanges.LoggedOffer::change)
                .filter(OfferChange::mayLowerPrices)
                .forEach(change -> mayBeCheaper.add(change.flightId()));
        changes.created().forEach((id, seq) -> created.merge(id, seq, Math::max));
        changes.changed().forEach((id, seq) -> changed.merge(id, seq, Math::max));
        directoryPending |= changes.catalogue();
        reached = changes.asOf();
    }

    /** Whether the log must be looked at again at once, because all was read anew. */
    private boolean catchUp() {
        if (directoryPending) {
            fillPending |= !store.refreshDirectory();
            directoryPending = false;
        }
        if (fillPending) {
            fill();
            return true;
        }
        changed.keySet().removeAll(created.keySet());
        mayBeCheaper.addAll(created.keySet());
        mayBeCheaper.addAll(changed.keySet());
        refresh(created, true);
        refresh(changed, false);
        store.publish(reached);
        tell();
        return fillPending;
    }

    private void tell() {
        if (!mayBeCheaper.isEmpty()) {
            Set<Long> flightIds = Set.copyOf(mayBeCheaper);
            mayBeCheaper.clear();
            listeners.forEach(listener -> listener.mayBeCheaper(flightIds));
        }
    }

    private void refresh(Map<Long, Long> pending, boolean isNew) {
        List<Long> ids = new ArrayList<>(pending.keySet());
        for (int from = 0; from < ids.size(); from += FLIGHTS_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + FLIGHTS_AT_ONCE, ids.size()));
            refresh(some.stream().collect(toMap(id -> id, pending::get)), pending, isNew);
        }
    }

    private void refresh(Map<Long, Long> some, Map<Long, Long> pending, boolean isNew) {
        try {
            store.refresh(some, isNew);
        } catch (Directory.UnknownAirport newer) {
            if (!store.refreshDirectory()) {
                fillPending = true;
                return;
            }
            store.refresh(some, isNew);
        }
        pending.keySet().removeAll(some.keySet());
    }

    private void fill() {
        long began = System.nanoTime();
        reached = feed.begin();
        fillWithNewAirports();
        fillPending = false;
        directoryPending = false;
        created.clear();
        changed.clear();
        mayBeCheaper.clear();
        listeners.forEach(TimetableListener::readAnew);
        log.info(
                "the timetable holds {} bookable flights, read in {} ms",
                store.size(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /** An airport may be added, and flown to, while the tables are read. */
    private void fillWithNewAirports() {
        try {
            store.fill(reached);
        } catch (Directory.UnknownAirport newer) {
            store.fill(reached);
        }
    }

    private void tidyIfDue() {
        long now = System.nanoTime();
        if (now - lastTidy > settings.tidy().toNanos()) {
            lastTidy = now;
            store.tidy(memory.forgettable(reached.highest(), now));
            purge.purge();
        }
    }
}
