package dev.windrose.flight.inventory;

import java.util.Map;

/** Some cabins lack seats as they stand: rolls back what was begun, and leads to a reclaim or a refusal. */
final class SeatsShort extends RuntimeException {
    private final transient Map<CabinKey, Integer> missing;
    private final int available;

    /** @param missing by how many seats each cabin is short. @param available what the fullest of the cabins has left */
    SeatsShort(Map<CabinKey, Integer> missing, int available) {
        super("seats are short", null, false, false);
        this.missing = Map.copyOf(missing);
        this.available = available;
    }

    Map<CabinKey, Integer> missing() {
        return missing;
    }

    HoldRefused refusal() {
        return HoldRefused.insufficientSeats(available);
    }
}
