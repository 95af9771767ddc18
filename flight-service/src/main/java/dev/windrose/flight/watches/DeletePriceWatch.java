package dev.windrose.flight.watches;

import org.springframework.stereotype.Component;

/** Ends a watch. */
@Component
public class DeletePriceWatch {
    private final PriceWatchStore watches;

    DeletePriceWatch(PriceWatchStore watches) {
        this.watches = watches;
    }

    /** @throws PriceWatchNotFound if there is none, or it is somebody else's */
    public void delete(String userId, String id) {
        if (!watches.delete(userId, PriceWatchNotFound.idOf(id))) {
            throw new PriceWatchNotFound();
        }
    }
}
