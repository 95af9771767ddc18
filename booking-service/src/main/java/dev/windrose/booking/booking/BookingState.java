package dev.windrose.booking.booking;

import java.util.Set;

/** Where a booking stands, the steps that callers never see included. Owns which step may follow which. */
enum BookingState {
    /** Asked for; the seats are not known to be held. */
    INITIATED,
    PENDING_PAYMENT,
    /** The card is authorised; the seats are being sold. */
    PAYING,
    CONFIRMED,
    CANCELLED,
    EXPIRED,
    /** Refused, or never finished: never shown. */
    FAILED;

    boolean mayBecome(BookingState next) {
        return nextStates().contains(next);
    }

    BookingState become(BookingState next) {
        if (!mayBecome(next)) {
            throw new IllegalTransition(this, next);
        }
        return next;
    }

    private Set<BookingState> nextStates() {
        return switch (this) {
            case INITIATED -> Set.of(PENDING_PAYMENT, FAILED);
            case PENDING_PAYMENT -> Set.of(PAYING, CANCELLED, EXPIRED);
            case PAYING -> Set.of(CONFIRMED, PENDING_PAYMENT, EXPIRED);
            case CONFIRMED -> Set.of(CANCELLED);
            case CANCELLED, EXPIRED, FAILED -> Set.of();
        };
    }
}
