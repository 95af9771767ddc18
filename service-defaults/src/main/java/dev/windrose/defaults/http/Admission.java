package dev.windrose.defaults.http;

import dev.windrose.defaults.problem.Problems;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets at most so many callers work at once and the others wait in line, first come first served: a burst queues here, where waiting
 * costs nothing, instead of at the connection pool or at a row's lock.
 */
public final class Admission {
    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final Semaphore places;
    private final Duration patience;

    public Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Does the work when there is a place; 503 if none came free in time. */
    public <T> T admit(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("sent away after {} in line, {} more wait", patience, places.getQueueLength());
                throw Problems.unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
