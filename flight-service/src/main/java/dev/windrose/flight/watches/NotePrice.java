package dev.windrose.flight.watches;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.watches.WatchedPrices.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a price to a watch: what it means is decided under the watch's lock, so that of many replicas one tells it, once. */
@Component
class NotePrice {
    private final WatchTable watches;
    private final PriceWatchEvents events;

    NotePrice(WatchTable watches, PriceWatchEvents events) {
        this.watches = watches;
        this.events = events;
    }

    @Transactional
    void note(long watchId, Money price) {
        PriceWatch watch = watches.lock(watchId).orElse(null);
        Verdict verdict = watch == null ? Verdict.NOTHING : watch.prices().judge(price);
        if (watch == null || verdict == Verdict.NOTHING) {
            return;
        }
        watches.noteTold(watchId, price);
        if (verdict == Verdict.DROP) {
            events.triggered(watch, price);
        }
    }
}
