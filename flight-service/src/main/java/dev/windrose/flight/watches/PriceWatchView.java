package dev.windrose.flight.watches;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import dev.windrose.flight.catalogue.Cabin;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A watch as its user sees it. Prices are per seat.
 *
 * @param origin as a search takes it: {@code SEA}, or {@code airport:HOU} where the code alone would mean the city; like the destination
 * @param date of departure, local at the origin
 * @param flightId null unless it is one flight that is watched, like its number
 * @param baseline the lowest price when it was made, or the first there was since; null if there was none yet
 * @param lastTold what a price must fall below to be told; begins as the baseline
 * @param createdAt UTC
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PriceWatchView(
        String id,
        String origin,
        String destination,
        LocalDate date,
        Cabin cabin,
        @Nullable String flightId,
        @Nullable String flightNumber,
        @Nullable Money targetPrice,
        @Nullable Money baseline,
        @Nullable Money lastTold,
        Instant createdAt) {}
