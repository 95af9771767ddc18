package dev.windrose.booking.booking;

import dev.windrose.booking.booking.PaymentLedger.Begun;
import dev.windrose.booking.booking.SettlePayment.Settled;
import dev.windrose.booking.payment.Card;
import dev.windrose.booking.payment.DummyAcquirer;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Pays a booking with a card, once. */
@Service
public class PayBooking {
    private static final Logger log = LoggerFactory.getLogger(PayBooking.class);

    private final DummyAcquirer acquirer;
    private final PaymentLedger ledger;
    private final SettlePayment settlement;
    private final BookingMetrics metrics;

    PayBooking(DummyAcquirer acquirer, PaymentLedger ledger, SettlePayment settlement, BookingMetrics metrics) {
        this.acquirer = acquirer;
        this.ledger = ledger;
        this.settlement = settlement;
        this.metrics = metrics;
    }

    /**
     * @param key what makes the request repeatable, null if the caller sent none
     * @return 201 with the payment, 402 with why the card was declined, or the answer given before
     */
    public Reply pay(BookingOf booking, Card card, @Nullable IdempotencyKey key) {
        Optional<ProblemException> refusal = acquirer.refusalOf(card);
        settlement.requireTime();
        Begun begun = Deadlocks.retried(() -> ledger.begin(booking, card, refusal, key));
        if (begun instanceof Begun.Answered before) {
            return Reply.again(before.answer());
        }
        if (begun instanceof Begun.Declined declined) {
            metrics.payment(declined.code());
            return Reply.first(declined.answer());
        }
        ProtocolStep.PAYMENT_AUTHORIZED.reached();
        return Reply.first(settle((Begun.Authorized) begun, key));
    }

    private StoredAnswer settle(Begun.Authorized payment, @Nullable IdempotencyKey key) {
        Settled settled = settlement.settle(payment.bookingId(), payment.paymentId());
        if (settled instanceof Settled.Captured captured) {
            return captured.answer();
        }
        if (settled instanceof Settled.NotCharged notCharged) {
            throw notCharged.problem();
        }
        letGo(key);
        throw Problems.unavailable(Duration.ofSeconds(2));
    }

    private void letGo(@Nullable IdempotencyKey key) {
        if (key != null) {
            try {
                ledger.letGo(key);
            } catch (DataAccessException e) {
                log.warn("a payment's key stays leased until its time: {}", e.getMessage());
            }
        }
    }
}
