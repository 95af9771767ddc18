package dev.windrose.flight.schedules;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The transactions of schedules. In each the order of locks is: the schedule's row, what its flights refer to, cabins, flights. One that
 * lost a race (somebody stored the same flight meanwhile, a deadlock) begins anew and then sees what is there.
 */
@Component
class ScheduleTransactions {
    private static final int TRIES = 3;
    private static final int DEADLOCK = 1213;

    private final TransactionOperations transactions;

    ScheduleTransactions(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    <T> T run(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return transactions.execute(status -> work.get());
            } catch (DataAccessException e) {
                if (left == 0 || !(e instanceof DuplicateKeyException) && !isDeadlock(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isDeadlock(Throwable e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() == DEADLOCK) {
                return true;
            }
        }
        return false;
    }
}
