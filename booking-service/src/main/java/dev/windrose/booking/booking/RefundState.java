package dev.windrose.booking.booking;

/** A refund's state; the dummy acquirer gives money back at once. */
enum RefundState {
    REFUNDED
}
