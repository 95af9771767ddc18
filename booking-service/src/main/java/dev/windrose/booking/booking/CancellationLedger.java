package dev.windrose.booking.booking;

import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of a cancellation: state, refund, release owed and answer together. */
@Component
class CancellationLedger {
    private final BookingRepository bookings;
    private final MoneyMoved money;
    private final RefundRule rule;
    private final OwedReleases releases;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final Clock clock;

    CancellationLedger(
            BookingRepository bookings,
            MoneyMoved money,
            RefundRule rule,
            OwedReleases releases,
            IdempotencyKeys keys,
            Answers answers,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.money = money;
        this.rule = rule;
        this.releases = releases;
        this.keys = keys;
        this.answers = answers;
        this.clock = clock;
    }

    /** The answer, and whose seats are to be released now: none after a repeat. */
    record Cancelled(Reply reply, @Nullable String bookingToRelease) {}

    @Transactional
    Cancelled cancel(BookingOf request, CancellationRequest what, @Nullable IdempotencyKey key) {
        Booking booking = bookings.lock(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        Claim claim = key == null ? new Claim.Fresh() : keys.claim(key);
        if (claim instanceof Claim.Answered before) {
            return new Cancelled(Reply.again(before.answer()), null);
        }
        booking.requireCancellable(now);
        what.requireWhole(booking);
        Money refund = rule.quote(booking, now).refund();
        money.giveBack(booking, refund, now);
        booking.cancel(now);
        releases.owe(booking.id());
        StoredAnswer answer = answers.ok(new Cancellation(
                money.viewOf(List.of(booking), now).get(0),
                new Cancellation.RefundOutcome(refund, RefundState.REFUNDED.name(), Timestamps.text(now))));
        if (key != null) {
            keys.answer(key, answer);
        }
        return new Cancelled(Reply.first(answer), booking.id());
    }

    @Transactional(readOnly = true)
    CancellationQuote quote(BookingOf request, CancellationRequest what) {
        Booking booking = bookings.findByReferenceAndUserId(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        booking.requireCancellable(now);
        what.requireWhole(booking);
        return rule.quote(booking, now);
    }
}
