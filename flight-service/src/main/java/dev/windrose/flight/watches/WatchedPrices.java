package dev.windrose.flight.watches;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices per seat, all in one currency.
 *
 * @param baseline the lowest when the watch was made, or the first there was since; null if there was none yet
 * @param lastTold the lowest that was told; begins as the baseline, and only ever falls
 * @param target what the user wants to pay at most; null: any drop is told
 */
record WatchedPrices(
        @Nullable Money baseline,
        @Nullable Money lastTold,
        @Nullable Money target) {

    /** What the lowest price of now means. */
    enum Verdict {
        /** It isn't below the last one told, or not low enough, or in another currency. */
        NOTHING,
        /** It is the first there is: nobody needs to hear of it, but the next is measured by it. */
        FIRST,
        /** The user wants to know it. */
        DROP
    }

    Verdict judge(Money price) {
        CurrencyCode currency = currency();
        if (currency != null && !currency.equals(price.currency())) {
            return Verdict.NOTHING;
        }
        if (lastTold == null) {
            return target != null && isWanted(price) ? Verdict.DROP : Verdict.FIRST;
        }
        return price.minor() < lastTold.minor() && isWanted(price) ? Verdict.DROP : Verdict.NOTHING;
    }

    /** Null until anything is on sale, if no target says it. */
    @Nullable
    CurrencyCode currency() {
        Money any = lastTold == null ? target : lastTold;
        return any == null ? null : any.currency();
    }

    private boolean isWanted(Money price) {
        return target == null || price.minor() <= target.minor();
    }
}
