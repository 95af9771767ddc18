package dev.windrose.flight.watches;

import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.flight.search.TimetableListener;
import dev.windrose.flight.watches.PendingChecks.Due;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the prices on a thread of its own: at once for flights that may have become cheaper, and all watches after the start and every
 * so often, for what a crash or a lost message left. Whatever fails is tried again.
 */
@Component
class PriceWatcher implements TimetableListener, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PriceWatcher.class);
    private static final int FLIGHTS_AT_ONCE = 100;
    private static final long AFTER_A_FAILURE_MILLIS = 1_000;
    private static final long STOP_WITHIN_MILLIS = 3_000;

    private final PendingChecks pending;
    private final CheckPriceWatches check;
    private final IdempotencyKeys keys;
    private final PriceWatchSettings settings;
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private boolean failing;
    /** Where the sweep stands; 0: at the beginning. */
    private long sweptUpTo;

    private long nextPageAt;

    PriceWatcher(PendingChecks pending, CheckPriceWatches check, IdempotencyKeys keys, PriceWatchSettings settings) {
        this.pending = pending;
        this.check = check;
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public void mayBeCheaper(Set<Long> flightIds) {
        pending.flights(flightIds);
    }

    @Override
    public void readAnew() {
        pending.all();
    }

    private void work() {
        while (running) {
            try {
                round();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void round() throws InterruptedException {
        Due due = pending.take(FLIGHTS_AT_ONCE, nextPageAt - System.nanoTime());
        if (due.all()) {
            sweptUpTo = 0;
            nextPageAt = System.nanoTime();
        }
        try {
            if (!due.flights().isEmpty()) {
                check.concerning(due.flights());
            }
            if (!due.watches().isEmpty()) {
                check.one(due.watches());
            }
        } catch (RuntimeException e) {
            pending.putBack(due);
            throw e;
        }
        if (nextPageAt - System.nanoTime() <= 0) {
            sweepOn();
        }
    }

    /** A page of the sweep, and as much rest as it took. */
    private void sweepOn() {
        long began = System.nanoTime();
        if (sweptUpTo == 0) {
            check.forgetPast();
            forgetOldKeys();
        }
        sweptUpTo = check.page(sweptUpTo);
        long now = System.nanoTime();
        nextPageAt = now + (sweptUpTo == 0 ? settings.sweep().toNanos() : now - began);
    }

    private void forgetOldKeys() {
        while (keys.purge() > 0) {
            // a few at a time
        }
    }

    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            log.warn("price watches wait, to be checked again: {}", e.toString());
        }
        try {
            Thread.sleep(AFTER_A_FAILURE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        nextPageAt = System.nanoTime();
        Thread watcher = new Thread(this::work, "price-watcher");
        watcher.setDaemon(true);
        thread = watcher;
        watcher.start();
    }

    /** What is under way ends before the pool is closed under it; what is pending is found by the next start's sweep. */
    @Override
    public void stop() {
        running = false;
        pending.all();
        Thread watcher = thread;
        try {
            if (watcher != null) {
                watcher.join(STOP_WITHIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the timetable is filled; and no longer than it is followed. */
    @Override
    public int getPhase() {
        return 1;
    }
}
