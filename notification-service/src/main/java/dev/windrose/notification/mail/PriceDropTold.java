package dev.windrose.notification.mail;

import dev.windrose.defaults.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code price-watch.triggered}. Prices are per seat.
 *
 * @param flightNumber null unless it is one flight that is watched
 * @param previousPrice null if nothing was on sale until now
 */
public record PriceDropTold(
        String userId,
        Recipient recipient,
        Place origin,
        Place destination,
        LocalDate date,
        String cabin,
        @Nullable String flightNumber,
        Money price,
        @Nullable Money previousPrice,
        @Nullable Money targetPrice)
        implements Told {

    public PriceDropTold {
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("origin", origin);
        Told.required("destination", destination);
        Told.required("date", date);
        Told.required("cabin", cabin);
        Told.required("price", price);
    }

    /** An airport, or all of a city's: the name is then the city's. */
    public record Place(String code, String name, String city) {
        public Place {
            Told.required("code", code);
            Told.required("name", name);
            Told.required("city", city);
        }
    }

    @Override
    public @Nullable String reference() {
        return null;
    }
}
