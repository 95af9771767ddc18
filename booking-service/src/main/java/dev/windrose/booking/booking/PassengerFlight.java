package dev.windrose.booking.booking;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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

    private @Nullable String seatNo;
    private long seatsVersion;
    private @Nullable Instant checkedInAt;
    private @Nullable Integer checkInSequence;
    private @Nullable LocalDate flightDate;
    private @Nullable Instant boardedAt;

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
        leaveSeat();
    }

    /**
     * Takes in where the passenger sits.
     *
     * @param seat null if nowhere
     * @param version flight-service's: what isn't newer than what is known changes nothing
     */
    Optional<SeatMoved> sit(@Nullable String seat, long version) {
        if (isCancelled() || version <= seatsVersion) {
            return Optional.empty();
        }
        seatsVersion = version;
        if (Objects.equals(seat, seatNo)) {
            return Optional.empty();
        }
        SeatMoved moved = new SeatMoved(this, seatNo);
        seatNo = seat;
        return Optional.of(moved);
    }

    /** The seat isn't the passenger's any more, and so he isn't checked in. */
    void leaveSeat() {
        undoCheckIn();
        seatNo = null;
    }

    /** @param date as the boarding pass has it */
    void checkIn(int sequence, LocalDate date, Instant now) {
        requireSeat();
        checkInSequence = sequence;
        flightDate = date;
        checkedInAt = now;
    }

    void undoCheckIn() {
        checkedInAt = null;
        checkInSequence = null;
        flightDate = null;
        boardedAt = null;
    }

    void board(Instant now) {
        boardedAt = now;
    }

    boolean isCheckedIn() {
        return checkedInAt != null;
    }

    @Nullable
    String seat() {
        return seatNo;
    }

    String requireSeat() {
        if (seatNo == null) {
            throw new IllegalStateException("passenger " + passenger + " has no seat on " + flightId);
        }
        return seatNo;
    }

    long seatsVersion() {
        return seatsVersion;
    }

    /** Of those who are checked in. */
    int sequence() {
        return Objects.requireNonNull(checkInSequence, "not checked in");
    }

    /** Of those who are checked in. */
    LocalDate flightDate() {
        return Objects.requireNonNull(flightDate, "not checked in");
    }

    @Nullable
    Instant boardedAt() {
        return boardedAt;
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
