package dev.windrose.flight.watches;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.search.FlightsOnSale;
import dev.windrose.flight.search.FlightsOnSale.FlightOnSale;
import dev.windrose.flight.watches.WatchedPrices.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds watches against the prices of now. Any number of replicas may do it at once. */
@Component
class CheckPriceWatches {
    private static final Logger log = LoggerFactory.getLogger(CheckPriceWatches.class);
    private static final int PAGE = 500;
    /** The last clocks on earth to leave a day are twelve hours behind UTC. */
    private static final Duration LAST_ZONE = Duration.ofHours(12);

    private final WatchTable watches;
    private final FlightsOnSale flights;
    private final LowestPrices lowest;
    private final NotePrice notePrice;
    private final Clock clock;

    CheckPriceWatches(
            WatchTable watches, FlightsOnSale flights, LowestPrices lowest, NotePrice notePrice, Clock clock) {
        this.watches = watches;
        this.flights = flights;
        this.lowest = lowest;
        this.notePrice = notePrice;
        this.clock = clock;
    }

    /** All watches whose lowest price these flights may have changed, read in one query. */
    void concerning(Collection<Long> flightIds) {
        List<FlightOnSale> onSale =
                flightIds.stream().map(flights::find).filter(Objects::nonNull).toList();
        if (!onSale.isEmpty()) {
            check(watches.concerning(onSale));
        }
    }

    void one(Collection<Long> watchIds) {
        check(watches.byIds(watchIds));
    }

    /** Some of all watches, in the order of their ids. @return the last one's id to go on after, 0 after the last page */
    long page(long after) {
        List<PriceWatch> page = watches.pageAfter(after, PAGE);
        check(page);
        return page.size() < PAGE ? 0 : page.get(page.size() - 1).id();
    }

    /** Deletes those of days and flights that are past. */
    void forgetPast() {
        LocalDate over = LocalDate.ofInstant(clock.instant().minus(LAST_ZONE), ZoneOffset.UTC);
        int deleted = watches.deleteBefore(over) + watches.deleteOfFlightsBefore(clock.instant());
        if (deleted > 0) {
            log.info("{} price watches are past and were deleted", deleted);
        }
    }

    /** Many may watch the same: what it costs is looked up once. */
    private void check(List<PriceWatch> some) {
        Map<Watched, Optional<Money>> prices = new HashMap<>();
        for (PriceWatch watch : some) {
            prices.computeIfAbsent(watch.watched(), watched -> Optional.ofNullable(lowest.of(watched)))
                    .filter(price -> watch.prices().judge(price) != Verdict.NOTHING)
                    .ifPresent(price -> notePrice.note(watch.id(), price));
        }
    }
}
