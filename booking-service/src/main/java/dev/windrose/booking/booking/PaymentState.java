package dev.windrose.booking.booking;

import java.util.Set;

/** What has become of a charge. Owns which state may follow which. */
enum PaymentState {
    DECLINED,
    AUTHORIZED,
    CAPTURED,
    VOIDED,
    /** All of it was given back. */
    REFUNDED;

    boolean mayBecome(PaymentState next) {
        return switch (this) {
            case AUTHORIZED -> Set.of(CAPTURED, VOIDED).contains(next);
            case CAPTURED -> next == REFUNDED;
            case DECLINED, VOIDED, REFUNDED -> false;
        };
    }

    PaymentState become(PaymentState next) {
        if (!mayBecome(next)) {
            throw new IllegalTransition(this, next);
        }
        return next;
    }
}
