package dev.windrose.flight.inventory;

import dev.windrose.defaults.http.Admission;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The lines before the inventory: one for those who ask for seats, one for those who have them. */
@Component
class InventoryQueue {
    private final Admission asking;
    private final Admission settling;

    InventoryQueue(InventorySettings settings) {
        this.asking = new Admission(settings.holdPlaces(), settings.patience());
        this.settling = new Admission(settings.settlePlaces(), settings.patience());
    }

    <T> T ask(Supplier<T> work) {
        return asking.admit(work);
    }

    <T> T settle(Supplier<T> work) {
        return settling.admit(work);
    }
}
