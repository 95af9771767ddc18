package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.HeldSegment;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One flight of a booking, with the price fixed when it was held. */
@Embeddable
class Segment {
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
}
