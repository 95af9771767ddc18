package dev.windrose.booking.booking;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A passenger's place on a flight of the booking: the smallest part of it that has a price and can be cancelled. */
@Embeddable
class PassengerFlight {
    private int passenger;
    private String flightId;
    private long priceMinor;
    private @Nullable Instant cancelledAt;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String cancellationId;

    private @Nullable Long refundMinor;

    @SuppressWarnings("NullAway.Init")
    protected PassengerFlight() {}

    /** @param passenger from 1 */
    PassengerFlight(int passenger, Segment segment) {
        this.passenger = passenger;
        this.flightId = segment.flightId();
        this.priceMinor = segment.priceMinor();
    }

    /** @param refund what of it was given back, in minor units; null if nothing was paid */
    void cancel(String cancellation, @Nullable Long refund, Instant now) {
        if (isCancelled()) {
            throw new IllegalStateException("place of " + passenger + " on " + flightId + " is cancelled already");
        }
        cancellationId = cancellation;
        refundMinor = refund;
        cancelledAt = now;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isOn(Segment segment) {
        return flightId.equals(segment.flightId());
    }

    int passenger() {
        return passenger;
    }

    /** As the API names the passenger. */
    String passengerId() {
        return String.valueOf(passenger);
    }

    String flightId() {
        return flightId;
    }

    /** What was asked for it, in minor units. */
    long priceMinor() {
        return priceMinor;
    }
}
