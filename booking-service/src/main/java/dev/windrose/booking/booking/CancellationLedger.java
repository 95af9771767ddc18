package dev.windrose.booking.booking;

import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of a cancellation: state, refund, event, release owed and answer together. */
@Component
class CancellationLedger {
    private final BookingRepository bookings;
    private final MoneyMoved money;
    private final RefundRule rule;
    private final OwedReleases releases;
    private final OwedPartReleases partReleases;
    private final BookingEvents events;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final Clock clock;

    CancellationLedger(
            BookingRepository bookings,
            MoneyMoved money,
            RefundRule rule,
            OwedReleases releases,
            OwedPartReleases partReleases,
            BookingEvents events,
            IdempotencyKeys keys,
            Answers answers,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.money = money;
        this.rule = rule;
        this.releases = releases;
        this.partReleases = partReleases;
        this.events = events;
        this.keys = keys;
        this.answers = answers;
        this.clock = clock;
    }

    /** The answer, and what is to be released now. */
    sealed interface Cancelled {
        Reply reply();

        /** It was answered before. */
        record Before(Reply reply) implements Cancelled {}

        /** Nothing of the booking is left. */
        record Whole(Reply reply, String bookingId) implements Cancelled {}

        /** The rest of the booking goes on. */
        record Part(Reply reply, PartRelease release) implements Cancelled {}
    }

    @Transactional
    Cancelled cancel(BookingOf request, CancellationRequest what, @Nullable IdempotencyKey key) {
        Booking booking = bookings.lock(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        Claim claim = key == null ? new Claim.Fresh() : keys.claim(key);
        if (claim instanceof Claim.Answered before) {
            return new Cancelled.Before(Reply.again(before.answer()));
        }
        booking.requireUnderWay(now);
        RefundQuote quote = rule.quote(booking, what.select(booking), now);
        String cancellationId = UUID.randomUUID().toString();
        booking.cancel(quote, cancellationId, now);
        Optional<Payment> refunded = money.giveBack(booking, cancellationId, quote.refund(), now);
        events.cancelled(booking, quote, refunded, now);
        StoredAnswer answer = answers.ok(new Cancellation(
                money.viewOf(List.of(booking), now).get(0),
                new Cancellation.RefundOutcome(quote.refund(), RefundState.REFUNDED.name(), Timestamps.text(now))));
        if (key != null) {
            keys.answer(key, answer);
        }
        return owe(booking, cancellationId, quote, Reply.first(answer));
    }

    private Cancelled owe(Booking booking, String cancellationId, RefundQuote quote, Reply reply) {
        if (booking.is(BookingState.CANCELLED)) {
            releases.owe(booking.id());
            return new Cancelled.Whole(reply, booking.id());
        }
        PartRelease release = PartRelease.of(booking.id(), cancellationId, quote);
        partReleases.owe(release);
        return new Cancelled.Part(reply, release);
    }

    @Transactional(readOnly = true)
    CancellationQuote quote(BookingOf request, CancellationRequest what) {
        Booking booking = bookings.findByReferenceAndUserId(request.reference(), request.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        booking.requireUnderWay(now);
        return CancellationQuote.of(rule.quote(booking, what.select(booking), now));
    }
}
