package dev.windrose.flight.watches;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Cabin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to hear when a price falls. */
record PriceWatch(long id, Owner owner, Watched watched, WatchedPrices prices, Instant createdAt) {
    static final String COLUMNS = "id, user_id, email, name, origin, destination, travel_date, cabin, flight_id,"
            + " flight_number, currency, baseline_minor, last_told_minor, target_minor, created_at";

    /** Who it is, as the access token said when the watch was made. */
    record Owner(String userId, String email, String name) {
        static Owner of(CurrentUser user) {
            return new Owner(user.id(), user.email(), user.name());
        }
    }

    static PriceWatch of(ResultSet row) throws SQLException {
        return new PriceWatch(
                row.getLong("id"),
                new Owner(row.getString("user_id"), row.getString("email"), row.getString("name")),
                new Watched(
                        row.getString("origin"),
                        row.getString("destination"),
                        row.getObject("travel_date", LocalDate.class),
                        Cabin.of(row.getString("cabin")),
                        row.getObject("flight_id", Long.class),
                        row.getString("flight_number")),
                prices(row),
                Utc.instant(row, "created_at"));
    }

    private static WatchedPrices prices(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        if (currency == null) {
            return new WatchedPrices(null, null, null);
        }
        CurrencyCode code = new CurrencyCode(currency);
        return new WatchedPrices(
                money(row.getObject("baseline_minor", Long.class), code),
                money(row.getObject("last_told_minor", Long.class), code),
                money(row.getObject("target_minor", Long.class), code));
    }

    private static @Nullable Money money(@Nullable Long minor, CurrencyCode currency) {
        return minor == null ? null : new Money(minor, currency);
    }
}
