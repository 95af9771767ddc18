package dev.windrose.flight.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Forgets refusals, and deletions of holds that never came, once no request they answer can still be on its way. Rows that another
 * replica, or a caller, is at are left for later.
 */
@Service
public class PurgeTombstones {
    private final Holds holds;
    private final InventoryTransactions transactions;
    private final InventorySettings settings;
    private final Clock clock;

    PurgeTombstones(
            Holds holds,
            InventoryTransactions transactions,
            InventorySettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.holds = holds;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that are old enough, a batch a transaction. */
    public void purge() {
        Instant before = clock.instant().minus(settings.tombstonesKept());
        while (purgeBatch(before) == settings.purgeBatch()) {
            // there may be more
        }
    }

    private int purgeBatch(Instant before) {
        return transactions.run(() -> {
            List<String> old = holds.lockTombstones(before, settings.purgeBatch());
            holds.delete(old);
            return old.size();
        });
    }
}
