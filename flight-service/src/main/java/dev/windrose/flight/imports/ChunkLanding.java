package dev.windrose.flight.imports;

import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.flight.catalogue.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lands a chunk in one transaction. One that lost a race for a lock is tried again; one that the database refuses is halved until only the
 * row that it refuses is left out.
 */
final class ChunkLanding<R> {
    private static final Logger log = LoggerFactory.getLogger(ChunkLanding.class);
    private static final int TRIES = 3;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final RowKind<R> kind;
    private final TransactionOperations transactions;

    ChunkLanding(RowKind<R> kind, TransactionOperations transactions) {
        this.kind = kind;
        this.transactions = transactions;
    }

    List<RowOutcome> land(List<R> rows) {
        try {
            return landWhole(rows);
        } catch (NonTransientDataAccessResourceException e) {
            throw e;
        } catch (DataAccessException e) {
            log.warn("a chunk of {} rows could not be stored: {}", rows.size(), e.toString());
            return rows.size() == 1 ? List.of(refused(e)) : landHalves(rows);
        }
    }

    private List<RowOutcome> landWhole(List<R> rows) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return transactions.execute(status -> kind.land(rows));
            } catch (TransientDataAccessException e) {
                if (left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private List<RowOutcome> landHalves(List<R> rows) {
        int half = rows.size() / 2;
        List<RowOutcome> outcomes = new ArrayList<>(land(rows.subList(0, half)));
        outcomes.addAll(land(rows.subList(half, rows.size())));
        return outcomes;
    }

    private static RowOutcome refused(DataAccessException e) {
        boolean busy = e instanceof TransientDataAccessException;
        return RowOutcome.refused(List.of(new FieldFault(
                "the row",
                busy ? "busy" : "refused",
                busy ? "is being changed by somebody else, please try again" : "was refused by the database")));
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
