package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Money given back of a payment, perhaps 0.00. */
@Entity
@Table(name = "refund")
class Refund extends StoredEntity {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String bookingId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String paymentId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RefundState state;

    private long amountMinor;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private Instant refundedAt;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    Refund(String id, Payment payment, Money amount, Instant now) {
        this.id = id;
        this.bookingId = payment.bookingId();
        this.paymentId = payment.id();
        this.state = RefundState.REFUNDED;
        this.amountMinor = amount.minor();
        this.currency = amount.currency().value();
        this.refundedAt = now;
    }

    @Override
    String id() {
        return id;
    }

    String bookingId() {
        return bookingId;
    }

    RefundState state() {
        return state;
    }

    Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    Instant refundedAt() {
        return refundedAt;
    }
}
