package dev.windrose.booking.booking;

import dev.windrose.booking.payment.Card;
import dev.windrose.booking.payment.CardBrand;
import dev.windrose.defaults.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One attempt to charge a card for a booking; of the card only the brand and the last four digits are kept. */
@Entity
@Table(name = "payment")
class Payment extends StoredEntity {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String bookingId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaymentState state;

    private long amountMinor;
    private long refundedMinor;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CardBrand cardBrand;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String cardLast4;

    private Instant createdAt;
    private @Nullable Instant paidAt;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    private Payment(Booking booking, Card card, PaymentState state, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.bookingId = booking.id();
        this.state = state;
        this.amountMinor = booking.quoted().minor();
        this.currency = booking.quoted().currency().value();
        this.cardBrand = card.brand();
        this.cardLast4 = card.last4();
        this.createdAt = now;
    }

    /** The acquirer has promised the money; it isn't taken yet. */
    static Payment authorized(Booking booking, Card card, Instant now) {
        return new Payment(booking, card, PaymentState.AUTHORIZED, now);
    }

    static Payment declined(Booking booking, Card card, Instant now) {
        return new Payment(booking, card, PaymentState.DECLINED, now);
    }

    void capture(Instant now) {
        state = state.become(PaymentState.CAPTURED);
        paidAt = now;
    }

    /** The promise is given back unused. */
    void cancelAuthorization() {
        state = state.become(PaymentState.VOIDED);
    }

    /** Gives back a part of what was taken, never more than all. @param last nothing that was paid for is left */
    void giveBack(Money amount, boolean last) {
        if (!is(PaymentState.CAPTURED) || amount.minor() > amountMinor - refundedMinor) {
            throw new IllegalStateException("a refund of " + amount + " of " + amount() + ", " + refundedMinor
                    + " minor units given back before, " + state);
        }
        refundedMinor += amount.minor();
        if (last && refundedMinor == amountMinor) {
            state = state.become(PaymentState.REFUNDED);
        }
    }

    boolean is(PaymentState other) {
        return state == other;
    }

    boolean isTaken() {
        return state == PaymentState.CAPTURED || state == PaymentState.REFUNDED;
    }

    /** Shown to callers: what was taken or declined, not what is under way or was given back unused. */
    boolean isShown() {
        return isTaken() || state == PaymentState.DECLINED;
    }

    Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    @Override
    String id() {
        return id;
    }

    String bookingId() {
        return bookingId;
    }

    CardBrand cardBrand() {
        return cardBrand;
    }

    String cardLast4() {
        return cardLast4;
    }

    @Nullable
    Instant paidAt() {
        return paidAt;
    }
}
