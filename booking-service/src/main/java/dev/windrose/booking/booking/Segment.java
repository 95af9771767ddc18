package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.HeldSegment;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One flight of a booking, with the price fixed when it was held. */
@Embeddable
class Segment {
    private static final Duration LONG_DELAY = Duration.ofHours(3);
    private static final Set<String> GONE = Set.of("DEPARTED", "ARRIVED");

    private String flightId;
    private String flightNumber;
    private String airlineCode;
    private String airlineName;
    private String accountingCode;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "origin_code"))
    @AttributeOverride(name = "name", column = @Column(name = "origin_name"))
    @AttributeOverride(name = "city", column = @Column(name = "origin_city"))
    @AttributeOverride(name = "timeZone", column = @Column(name = "origin_time_zone"))
    private BookedPlace origin;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "destination_code"))
    @AttributeOverride(name = "name", column = @Column(name = "destination_name"))
    @AttributeOverride(name = "city", column = @Column(name = "destination_city"))
    @AttributeOverride(name = "timeZone", column = @Column(name = "destination_time_zone"))
    private BookedPlace destination;

    private Instant departureAt;
    private Instant arrivalAt;
    private @Nullable Instant scheduledDepartureAt;
    private @Nullable Instant scheduledArrivalAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Cabin cabin;

    private long priceMinor;
    private String flightStatus;

    @SuppressWarnings("NullAway.Init")
    protected Segment() {}

    Segment(HeldSegment held) {
        this.flightId = held.flightId();
        this.flightNumber = held.flightNumber();
        this.airlineCode = held.airline().code();
        this.airlineName = held.airline().name();
        this.accountingCode = held.airline().accountingCode();
        this.origin = new BookedPlace(held.origin());
        this.destination = new BookedPlace(held.destination());
        this.departureAt = held.departureTime().toInstant();
        this.arrivalAt = held.arrivalTime().toInstant();
        this.scheduledDepartureAt = held.scheduledDepartureTime() == null
                ? departureAt
                : held.scheduledDepartureTime().toInstant();
        this.cabin = held.cabin();
        this.priceMinor = held.pricePerSeat().minor();
        this.flightStatus = held.status();
    }

    String flightId() {
        return flightId;
    }

    String flightNumber() {
        return flightNumber;
    }

    String airlineCode() {
        return airlineCode;
    }

    String airlineName() {
        return airlineName;
    }

    String accountingCode() {
        return accountingCode;
    }

    BookedPlace origin() {
        return origin;
    }

    BookedPlace destination() {
        return destination;
    }

    Instant departureAt() {
        return departureAt;
    }

    Instant arrivalAt() {
        return arrivalAt;
    }

    OffsetDateTime departureTime() {
        return origin.local(departureAt);
    }

    OffsetDateTime arrivalTime() {
        return destination.local(arrivalAt);
    }

    Cabin cabin() {
        return cabin;
    }

    long priceMinor() {
        return priceMinor;
    }

    String flightStatus() {
        return flightStatus;
    }

    /** By the first schedule; as known when booked, where nobody said. */
    OffsetDateTime scheduledDepartureTime() {
        return origin.local(firstSchedule());
    }

    /** As above; where nobody said, as long after it as it takes now. */
    OffsetDateTime scheduledArrivalTime() {
        Instant arrival = scheduledArrivalAt;
        return destination.local(
                arrival != null ? arrival : firstSchedule().plus(Duration.between(departureAt, arrivalAt)));
    }

    /** Not as its first schedule has it: by its times, or because the airline cancelled it. */
    boolean isDisrupted() {
        return isCancelledByAirline()
                || !departureTime().isEqual(scheduledDepartureTime())
                || !arrivalTime().isEqual(scheduledArrivalTime());
    }

    /** The local date at the origin that the flight goes by, whatever its delay. */
    LocalDate flightDate() {
        return scheduledDepartureTime().toLocalDate();
    }

    /** It neither is cancelled nor has it left. */
    boolean isAhead(Instant now) {
        return !isCancelledByAirline() && !hasDeparted(now);
    }

    void requireAhead(Instant now) {
        if (!isAhead(now)) {
            throw BookingConflict.flightClosed();
        }
    }

    /** By its status. */
    boolean isGone() {
        return GONE.contains(flightStatus);
    }

    boolean isCancelledByAirline() {
        return flightStatus.equals("CANCELLED");
    }

    /** By its status or by the clock. */
    boolean hasDeparted(Instant now) {
        return isGone() || !now.isBefore(departureAt);
    }

    /** So long that cancelling gives all back. */
    boolean isDelayedLong() {
        return Duration.between(firstSchedule(), departureAt).compareTo(LONG_DELAY) > 0;
    }

    /** Cancelling gives all back, whatever time is left. */
    boolean isFullyRefunded(Instant now) {
        return isCancelledByAirline() || isDelayedLong() && !hasDeparted(now);
    }

    private Instant firstSchedule() {
        return scheduledDepartureAt == null ? departureAt : scheduledDepartureAt;
    }
}
