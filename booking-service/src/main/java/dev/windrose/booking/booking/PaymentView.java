package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment as callers see it. @param status {@code SUCCEEDED} or {@code DECLINED}. @param paidAt UTC; null if declined */
public record PaymentView(
        String id,
        String status,
        Money amount,
        CardView card,
        @Nullable String paidAt) {

    /** What is kept of a card. @param brand {@code visa}, {@code mastercard} … */
    public record CardView(String brand, String last4) {}

    static PaymentView of(Payment payment) {
        Instant paidAt = payment.paidAt();
        return new PaymentView(
                payment.id(),
                payment.isTaken() ? "SUCCEEDED" : "DECLINED",
                payment.amount(),
                cardOf(payment),
                paidAt == null ? null : Timestamps.text(paidAt));
    }

    static CardView cardOf(Payment payment) {
        return new CardView(payment.cardBrand().shown(), payment.cardLast4());
    }
}
