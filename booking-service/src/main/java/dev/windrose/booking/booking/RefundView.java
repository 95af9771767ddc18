package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;

/** Money given back. @param status {@code REFUNDED}. @param refundedAt UTC */
public record RefundView(String id, Money amount, String status, String refundedAt) {
    static RefundView of(Refund refund) {
        return new RefundView(
                refund.id(), refund.amount(), refund.state().name(), Timestamps.text(refund.refundedAt()));
    }
}
