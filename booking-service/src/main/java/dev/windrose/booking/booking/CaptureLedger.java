package dev.windrose.booking.booking;

import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.StoredAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions that end a payment: taken, or given back. Each may come twice, from the request and from the recovery job. */
@Component
class CaptureLedger {
    private final BookingRepository bookings;
    private final PaymentRepository payments;
    private final TicketNumbers tickets;
    private final BookingEvents events;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final Clock clock;

    CaptureLedger(
            BookingRepository bookings,
            PaymentRepository payments,
            TicketNumbers tickets,
            BookingEvents events,
            IdempotencyKeys keys,
            Answers answers,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.payments = payments;
        this.tickets = tickets;
        this.events = events;
        this.keys = keys;
        this.answers = answers;
        this.clock = clock;
    }

    /** The seats are sold: money, tickets, event and answer together. Empty if the payment was given back before. */
    @Transactional
    Optional<StoredAnswer> capture(String bookingId, String paymentId) {
        Booking booking = bookings.lock(bookingId).orElseThrow();
        Payment payment = payments.findById(paymentId).orElseThrow();
        if (payment.isTaken()) {
            return Optional.of(answers.created(PaymentView.of(payment), null));
        }
        if (!isUnderWay(booking, payment)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        booking.confirm(tickets.allocate(booking));
        payment.capture(now);
        events.confirmed(booking, payment, now);
        StoredAnswer answer = answers.created(PaymentView.of(payment), null);
        keys.answerSubject(paymentId, answer);
        return Optional.of(answer);
    }

    /** The seats are gone: the promise of money is given back, and the booking is over. */
    @Transactional
    boolean expire(String bookingId, String paymentId) {
        return giveBack(bookingId, paymentId, booking -> {
            booking.expire();
            events.expired(booking);
        });
    }

    /** A flight doesn't go: the promise of money is given back, the booking stays until its deadline. */
    @Transactional
    boolean refuse(String bookingId, String paymentId) {
        return giveBack(bookingId, paymentId, Booking::awaitAnotherPayment);
    }

    private boolean giveBack(String bookingId, String paymentId, Consumer<Booking> end) {
        Booking booking = bookings.lock(bookingId).orElseThrow();
        Payment payment = payments.findById(paymentId).orElseThrow();
        if (!isUnderWay(booking, payment)) {
            return false;
        }
        payment.cancelAuthorization();
        end.accept(booking);
        keys.forgetSubject(paymentId);
        return true;
    }

    private static boolean isUnderWay(Booking booking, Payment payment) {
        return booking.is(BookingState.PAYING) && payment.is(PaymentState.AUTHORIZED);
    }
}
