package dev.windrose.flight.watches;

import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.flight.watches.PriceWatch.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Begins to watch a price for somebody. */
@Component
public class CreatePriceWatch {
    public static final String PATH = "/api/v1/price-watches";
    private static final int CREATED = 201;

    private final PriceWatchStore watches;
    private final DraftCheck check;
    private final PriceWatchQueries queries;
    private final PendingChecks pending;
    private final IdempotencyKeys keys;
    private final PriceWatchSettings settings;
    private final JsonMapper json;

    CreatePriceWatch(
            PriceWatchStore watches,
            DraftCheck check,
            PriceWatchQueries queries,
            PendingChecks pending,
            IdempotencyKeys keys,
            PriceWatchSettings settings,
            JsonMapper json) {
        this.watches = watches;
        this.check = check;
        this.queries = queries;
        this.pending = pending;
        this.keys = keys;
        this.settings = settings;
        this.json = json;
    }

    /** @param replayed whether it was given before, under the same key */
    public record Reply(StoredAnswer answer, boolean replayed) {}

    /**
     * Watches from now on.
     *
     * @param key what makes the request repeatable, null if the caller sent none
     * @return 201 with the watch, or the answer given before
     */
    @Transactional
    public Reply create(CurrentUser user, PriceWatchDraft draft, @Nullable IdempotencyKey key) {
        watches.lockUser(user.id());
        if (key != null && keys.claim(key) instanceof Claim.Answered before) {
            return new Reply(before.answer(), true);
        }
        DraftCheck.Sound sound = check.check(draft);
        if (watches.countOf(user.id()) >= settings.maxPerUser()) {
            throw new TooManyPriceWatches(settings.maxPerUser());
        }
        PriceWatch watch = watches.insert(Owner.of(user), sound.watched(), sound.prices());
        checkOnceVisible(watch.id());
        StoredAnswer answer =
                new StoredAnswer(CREATED, json.writeValueAsString(queries.view(watch)), PATH + "/" + watch.id());
        if (key != null) {
            keys.answer(key, answer);
        }
        return new Reply(answer, false);
    }

    /** Whoever followed a drop between the look at the price and the commit didn't see the watch. */
    private void checkOnceVisible(long id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pending.watches(List.of(id));
            }
        });
    }
}
