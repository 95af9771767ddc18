package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;

/** The answer to a cancellation. */
public record Cancellation(BookingView booking, RefundOutcome refund) {
    /** What is given back, 0.00 included. @param status {@code REFUNDED}. @param refundedAt UTC */
    public record RefundOutcome(Money amount, String status, String refundedAt) {}
}
