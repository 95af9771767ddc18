package dev.windrose.flight.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How seats are sold.
 *
 * @param salesClose how long before departure the sale ends
 * @param holdPlaces how many holds are worked on at once: few enough that the last in line for one row waits far less than the second a lock
 *     allows, and with {@code settlePlaces} well below the pool's connections
 * @param settlePlaces how many confirmations and releases are worked on at once: who has paid doesn't queue behind who only asks
 * @param patience how long a caller waits for a place
 * @param tombstonesKept how long a refusal is remembered; far longer than any request takes to arrive
 * @param purgeBatch how many of them are forgotten in one transaction
 */
@ConfigurationProperties("windrose.inventory")
record InventorySettings(
        @DefaultValue("PT60M") Duration salesClose,
        @DefaultValue("8") int holdPlaces,
        @DefaultValue("6") int settlePlaces,
        @DefaultValue("PT2.5S") Duration patience,
        @DefaultValue("P7D") Duration tombstonesKept,
        @DefaultValue("500") int purgeBatch) {
    InventorySettings {
        if (salesClose.isNegative() || patience.isNegative() || holdPlaces < 1 || settlePlaces < 1 || purgeBatch < 1) {
            throw new IllegalArgumentException(
                    "windrose.inventory: times can't be negative, places and batches start at 1");
        }
        if (tombstonesKept.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("windrose.inventory.tombstones-kept must be an hour or more");
        }
    }
}
