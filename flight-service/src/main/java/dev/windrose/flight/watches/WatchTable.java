package dev.windrose.flight.watches;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.search.FlightsOnSale.FlightOnSale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The watches as those read and change them who follow the prices. */
@Component
class WatchTable {
    private static final String SELECT = "select " + PriceWatch.COLUMNS + " from price_watch where ";
    private static final int DELETED_AT_ONCE = 500;
    /**
     * The local date on which the last flight of a connection leaves is up to two days after that on which the first one does, or, over the
     * date line, one before.
     */
    private static final int LAST_LEAVES_DAYS_AFTER = 2;

    private static final int LAST_LEAVES_DAYS_BEFORE = 1;

    private final JdbcClient jdbc;

    WatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All watches whose lowest price may be due to one of these flights: those of the flight, and those of journeys that it may begin or
     * end. Some of journeys that it has no part in may be among them.
     */
    List<PriceWatch> concerning(Collection<FlightOnSale> flights) {
        List<Object> ids = new ArrayList<>();
        Set<List<Object>> begins = new LinkedHashSet<>();
        Set<List<Object>> ends = new LinkedHashSet<>();
        for (FlightOnSale flight : flights) {
            LocalDate date = flight.date();
            ids.add(flight.id());
            flight.origins().forEach(place -> begins.add(List.of(place, date)));
            flight.destinations()
                    .forEach(place -> ends.add(List.of(
                            place, date.minusDays(LAST_LEAVES_DAYS_AFTER), date.plusDays(LAST_LEAVES_DAYS_BEFORE))));
        }
        List<Object> params = new ArrayList<>(ids);
        begins.forEach(params::addAll);
        ends.forEach(params::addAll);
        return jdbc.sql(SELECT + "flight_id in (?" + ", ?".repeat(ids.size() - 1) + ")"
                        + " union " + SELECT + "flight_id is null and (" + any("origin = ? and travel_date = ?", begins)
                        + ") union " + SELECT + "flight_id is null and ("
                        + any("destination = ? and travel_date between ? and ?", ends) + ")")
                .params(params)
                .query((row, n) -> PriceWatch.of(row))
                .list();
    }

    List<PriceWatch> byIds(Collection<Long> ids) {
        return jdbc.sql(SELECT + "id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> PriceWatch.of(row))
                .list();
    }

    List<PriceWatch> pageAfter(long id, int count) {
        return jdbc.sql(SELECT + "id > ? order by id limit ?")
                .params(id, count)
                .query((row, n) -> PriceWatch.of(row))
                .list();
    }

    /** Whoever else is about to tell something about it waits. */
    Optional<PriceWatch> lock(long id) {
        return jdbc.sql(SELECT + "id = ? for update")
                .param(id)
                .query((row, n) -> PriceWatch.of(row))
                .optional();
    }

    /** Later prices are measured by this one. */
    void noteTold(long id, Money price) {
        jdbc.sql("update price_watch set last_told_minor = :price, baseline_minor = coalesce(baseline_minor, :price),"
                        + " currency = :currency where id = :id")
                .param("price", price.minor())
                .param("currency", price.currency().value())
                .param("id", id)
                .update();
    }

    /** Deletes watches of journeys before that date. */
    int deleteBefore(LocalDate date) {
        return inBatches("select id from price_watch where flight_id is null and travel_date < ?", date);
    }

    /** Deletes watches of flights that left before that instant, or are gone. */
    int deleteOfFlightsBefore(Instant instant) {
        return inBatches(
                "select w.id from price_watch w left join flight f on f.id = w.flight_id"
                        + " where w.flight_id is not null and (f.id is null or f.departs_at < ?)",
                Utc.column(instant));
    }

    private int inBatches(String sql, Object param) {
        int deleted = 0;
        List<Long> ids;
        do {
            ids = jdbc.sql(sql + " limit " + DELETED_AT_ONCE)
                    .param(param)
                    .query(Long.class)
                    .list();
            if (!ids.isEmpty()) {
                deleted += jdbc.sql("delete from price_watch where id in (:ids)")
                        .param("ids", ids)
                        .update();
            }
        } while (ids.size() == DELETED_AT_ONCE);
        return deleted;
    }

    private static String any(String condition, Collection<?> alternatives) {
        return condition + (" or " + condition).repeat(alternatives.size() - 1);
    }
}
