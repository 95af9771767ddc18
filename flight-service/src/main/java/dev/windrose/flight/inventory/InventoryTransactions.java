package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.Problems;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transactions that move seats. In each of them the order of locks is: at most one hold's row, then cabins' rows in the order of
 * {@link CabinKey}, then only rows nobody else can reach (segments, part releases and numbered seats of the locked hold, new rows of the change log). So nobody waits for a
 * hold's row with a cabin locked, nor for a cabin with a later one locked, and no ring of waiting arises. A buyer who reclaims lapsed
 * holds does so between his own transactions, with nothing locked. Others (fares, schedules) who lock several cabins keep to the order.
 *
 * <p>What is left is what InnoDB makes of several inserts of one key whose first is rolled back: all of them share the key's lock and
 * want it alone. That deadlock is why a transaction is repeated, as a whole. A wait for a row is not: it took a second already.
 */
@Component
class InventoryTransactions {
    private static final Logger log = LoggerFactory.getLogger(InventoryTransactions.class);
    private static final int MAX_RETRIES = 3;
    private static final Duration ALL_ATTEMPTS = Duration.ofMillis(1200);
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int CHECK_VIOLATED_MYSQL = 3819;
    private static final int CHECK_VIOLATED_MARIADB = 4025;

    private final TransactionTemplate transaction;
    private final InventoryMetrics metrics;

    InventoryTransactions(PlatformTransactionManager transactions, InventoryMetrics metrics) {
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
    }

    /** Does the work in a transaction of its own; 503 if the rows couldn't be had in time. */
    <T> T run(Supplier<T> work) {
        long giveUpAt = System.nanoTime() + ALL_ATTEMPTS.toNanos();
        for (int retries = 0; ; retries++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (DataAccessException e) {
                SQLException cause = causeOf(e);
                if (cause == null || cause.getErrorCode() != DEADLOCK) {
                    throw cause == null ? e : refusalFor(cause, e);
                }
                metrics.deadlock();
                if (retries == MAX_RETRIES || !pause(retries, giveUpAt)) {
                    throw Problems.unavailable();
                }
            }
        }
    }

    private RuntimeException refusalFor(SQLException cause, DataAccessException e) {
        int error = cause.getErrorCode();
        if (error == LOCK_WAIT_TIMEOUT || isConnectionLost(cause)) {
            return Problems.unavailable();
        }
        if (error == CHECK_VIOLATED_MYSQL || error == CHECK_VIOLATED_MARIADB) {
            metrics.oversellPrevented();
            log.error("the table refused counters that can't be: {}", e.getMessage());
            return Problems.unavailable();
        }
        return e;
    }

    private static boolean pause(int retries, long giveUpAt) {
        long millis = ThreadLocalRandom.current().nextLong(5, 25L << retries);
        if (System.nanoTime() + Duration.ofMillis(millis).toNanos() > giveUpAt) {
            return false;
        }
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isConnectionLost(SQLException cause) {
        return cause.getSQLState() != null && cause.getSQLState().startsWith("08");
    }

    private static @Nullable SQLException causeOf(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
