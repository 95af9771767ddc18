package dev.windrose.flight.search;

import dev.windrose.flight.changes.FlightChangeFeed;
import dev.windrose.flight.changes.FlightChanges;
import dev.windrose.flight.changes.PurgeFlightChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Set<Long> pending = new LinkedHashSet<>();
    private boolean directoryPending;
    private boolean fillPending;
    private long lastTidy;
    private volatile @Nullable ScheduledExecutorService thread;

    TimetableFollower(
            FlightChangeFeed feed,
            PurgeFlightChanges purge,
            TimetableStore store,
            Staleness staleness,
            TimetableSettings settings) {
        this.feed = feed;
        this.purge = purge;
        this.store = store;
        this.staleness = staleness;
        this.settings = settings;
    }

    @Override
    public void start() {
        fill();
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
        FlightChanges changes = feed.look();
        pending.addAll(changes.flights());
        directoryPending |= changes.catalogue();
        fillPending |= changes.missed();
        if (fillPending) {
            log.info("the log of changes was emptied or left behind: reading the whole timetable again");
            fill();
        }
        if (directoryPending) {
            store.refreshDirectory();
            directoryPending = false;
        }
        List<Long> ids = new ArrayList<>(pending);
        for (int from = 0; from < ids.size(); from += FLIGHTS_AT_ONCE) {
            refresh(ids.subList(from, Math.min(from + FLIGHTS_AT_ONCE, ids.size())));
        }
    }

    private void refresh(List<Long> ids) {
        try {
            store.refresh(ids);
        } catch (Directory.UnknownAirport newer) {
            store.refreshDirectory();
            store.refresh(ids);
        }
        ids.forEach(pending::remove);
    }

    private void fill() {
        long began = System.nanoTime();
        feed.begin();
        fillWithNewAirports();
        fillPending = false;
        directoryPending = false;
        pending.clear();
        log.info(
                "the timetable holds {} bookable flights, read in {} ms",
                store.size(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /** An airport may be added, and flown to, while the tables are read. */
    private void fillWithNewAirports() {
        try {
            store.fill();
        } catch (Directory.UnknownAirport newer) {
            store.fill();
        }
    }

    private void tidyIfDue() {
        long now = System.nanoTime();
        if (now - lastTidy > settings.tidy().toNanos()) {
            lastTidy = now;
            store.tidy();
            purge.purge();
        }
    }
}
