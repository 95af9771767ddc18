package dev.windrose.flight.watches;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.watches.PriceWatch.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The watches as their users see and change them. */
@Component
class PriceWatchStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    PriceWatchStore(JdbcClient jdbc, @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else adds a watch for this user. */
    void lockUser(String userId) {
        jdbc.sql("insert into price_watch_user (user_id) values (?) on duplicate key update user_id = user_id")
                .param(userId)
                .update();
    }

    int countOf(String userId) {
        return jdbc.sql("select count(*) from price_watch where user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    PriceWatch insert(Owner owner, Watched watched, WatchedPrices prices) {
        Instant now = clock.instant();
        CurrencyCode currency = prices.currency();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into price_watch (user_id, email, name, origin, destination, travel_date, cabin, flight_id,"
                        + " flight_number, currency, baseline_minor, last_told_minor, target_minor, created_at)"
                        + " values (:user, :email, :name, :origin, :destination, :date, :cabin, :flight, :number,"
                        + " :currency, :baseline, :lastTold, :target, :now)")
                .param("user", owner.userId())
                .param("email", owner.email())
                .param("name", owner.name())
                .param("origin", watched.origin())
                .param("destination", watched.destination())
                .param("date", watched.date())
                .param("cabin", watched.cabin().name())
                .param("flight", watched.flightId())
                .param("number", watched.flightNumber())
                .param("currency", currency == null ? null : currency.value())
                .param("baseline", minor(prices.baseline()))
                .param("lastTold", minor(prices.lastTold()))
                .param("target", minor(prices.target()))
                .param("now", Utc.column(now))
                .update(key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return new PriceWatch(id, owner, watched, prices, now);
    }

    Optional<PriceWatch> find(String userId, long id) {
        return jdbc.sql("select " + PriceWatch.COLUMNS + " from price_watch where id = ? and user_id = ?")
                .params(id, userId)
                .query((row, n) -> PriceWatch.of(row))
                .optional();
    }

    /** The user's, newest first, made before the one of that id. */
    List<PriceWatch> list(String userId, long before, int count) {
        return jdbc.sql("select " + PriceWatch.COLUMNS
                        + " from price_watch where user_id = ? and id < ? order by id desc limit ?")
                .params(userId, before, count)
                .query((row, n) -> PriceWatch.of(row))
                .list();
    }

    boolean delete(String userId, long id) {
        return jdbc.sql("delete from price_watch where id = ? and user_id = ?")
                        .params(id, userId)
                        .update()
                > 0;
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }
}
