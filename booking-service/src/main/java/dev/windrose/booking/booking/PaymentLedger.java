package dev.windrose.booking.booking;

import dev.windrose.booking.payment.Card;
import dev.windrose.booking.payment.CardDeclined;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that begins a payment; {@link CaptureLedger} has those that end it. Locks the booking first, then the key. */
@Component
class PaymentLedger {
    private final BookingRepository bookings;
    private final PaymentRepository payments;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final BookingSettings settings;
    private final Clock clock;

    PaymentLedger(
            BookingRepository bookings,
            PaymentRepository payments,
            IdempotencyKeys keys,
            Answers answers,
            BookingSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.payments = payments;
        this.keys = keys;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a request to pay begins. */
    sealed interface Begun {
        /** It was answered before. */
        record Answered(StoredAnswer answer) implements Begun {}

        /** The card was declined: written down, nothing else changed. */
        record Declined(StoredAnswer answer, String code) implements Begun {}

        /** The money is promised and the booking PAYING, now or by an earlier try of this request. */
        record Authorized(String bookingId, String paymentId) implements Begun {}
    }

    /** @param refusal what the acquirer says, empty if the card pays */
    @Transactional
    Begun begin(BookingOf booking, Card card, Optional<ProblemException> refusal, @Nullable IdempotencyKey key) {
        Booking locked = bookings.lock(booking.reference(), booking.userId())
                .filter(Booking::isShown)
                .orElseThrow(BookingNotFound::new);
        Instant now = clock.instant();
        Claim claim = key == null ? new Claim.Fresh() : keys.claim(key);
        if (claim instanceof Claim.Answered answered) {
            return new Begun.Answered(answered.answer());
        }
        if (claim instanceof Claim.Resume earlier && isUnderWay(locked, earlier.subject())) {
            return new Begun.Authorized(locked.id(), earlier.subject());
        }
        locked.requirePayable(now);
        return refusal.isPresent()
                ? decline(booking, locked, card, refusal.get(), key, now)
                : authorize(locked, card, key, now);
    }

    private boolean isUnderWay(Booking booking, String paymentId) {
        return booking.is(BookingState.PAYING)
                && payments.findById(paymentId)
                        .filter(p ->
                                p.is(PaymentState.AUTHORIZED) && p.bookingId().equals(booking.id()))
                        .isPresent();
    }

    private Begun decline(
            BookingOf request,
            Booking booking,
            Card card,
            ProblemException refusal,
            @Nullable IdempotencyKey key,
            Instant now) {
        if (!(refusal instanceof CardDeclined)) {
            throw refusal;
        }
        payments.save(Payment.declined(booking, card, now));
        StoredAnswer answer = answers.problem(refusal, request.path());
        if (key != null) {
            keys.answer(key, answer);
        }
        return new Begun.Declined(answer, refusal.code());
    }

    private Begun authorize(Booking booking, Card card, @Nullable IdempotencyKey key, Instant now) {
        booking.beginPayment(now, settings.recoveryAge());
        Payment payment = payments.save(Payment.authorized(booking, card, now));
        if (key != null) {
            keys.attach(key, payment.id());
        }
        return new Begun.Authorized(booking.id(), payment.id());
    }

    /** A retry may go on with the payment at once. */
    @Transactional
    void letGo(IdempotencyKey key) {
        keys.release(key);
    }
}
