package dev.windrose.booking.booking;

import dev.windrose.booking.flight.FlightClient;
import dev.windrose.booking.flight.HoldOutcome;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings an authorised payment to its end: sells the seats, then takes the money, so that it is never kept without a seat. */
@Component
class SettlePayment {
    private static final String FLIGHT_CLOSED = "flight_closed";

    private final FlightClient flights;
    private final CaptureLedger ledger;
    private final BookingMetrics metrics;

    SettlePayment(FlightClient flights, CaptureLedger ledger, BookingMetrics metrics) {
        this.flights = flights;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    /** How it ended. */
    sealed interface Settled {
        /** Paid. */
        record Captured(StoredAnswer answer) implements Settled {}

        /** Not paid, and why. */
        record NotCharged(ProblemException problem) implements Settled {}

        /** Not known yet: somebody has to ask again. */
        record Unknown() implements Settled {}
    }

    /** 503 if there is no time left to settle what would be begun. */
    void requireTime() {
        flights.requireTime();
    }

    Settled settle(String bookingId, String paymentId) {
        HoldOutcome outcome = flights.confirm(bookingId);
        if (outcome instanceof HoldOutcome.Done) {
            return capture(bookingId, paymentId);
        }
        if (outcome instanceof HoldOutcome.Gone) {
            if (Deadlocks.retried(() -> ledger.expire(bookingId, paymentId))) {
                metrics.payment("voided");
            }
            return new Settled.NotCharged(BookingConflict.expired());
        }
        if (outcome instanceof HoldOutcome.Refused refused
                && refused.problem().code().equals(FLIGHT_CLOSED)) {
            if (Deadlocks.retried(() -> ledger.refuse(bookingId, paymentId))) {
                metrics.payment(FLIGHT_CLOSED);
            }
            return new Settled.NotCharged(refused.problem());
        }
        metrics.payment("unknown");
        return new Settled.Unknown();
    }

    private Settled capture(String bookingId, String paymentId) {
        ProtocolStep.PAYMENT_CONFIRMED.reached();
        Optional<StoredAnswer> answer = Deadlocks.retried(() -> ledger.capture(bookingId, paymentId));
        ProtocolStep.PAYMENT_CAPTURED.reached();
        if (answer.isEmpty()) {
            return new Settled.NotCharged(BookingConflict.expired());
        }
        metrics.payment("captured");
        return new Settled.Captured(answer.get());
    }
}
