package dev.windrose.booking.booking;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;

/** Begins a transaction anew that the database ended to solve a deadlock; a lock that is merely held too long is not retried. */
final class Deadlocks {
    private static final int ATTEMPTS = 3;
    private static final int DEADLOCK = 1213;
    private static final int MAX_PAUSE_MILLIS = 50;

    private Deadlocks() {}

    static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS || !isDeadlock(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static boolean isDeadlock(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DEADLOCK) {
                return true;
            }
        }
        return false;
    }

    private static void pause(RuntimeException e) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, MAX_PAUSE_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }
}
