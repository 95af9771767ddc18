package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Hold;
import dev.windrose.defaults.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Seats on flights for a party, from the wish to the trip. Changed under a lock on its row, by these verbs alone. */
@Entity
@Table(name = "booking")
class Booking extends StoredEntity {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String reference;

    private String userId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BookingState state;

    private String recipientEmail;
    private String recipientName;
    private int passengerCount;
    private @Nullable Long totalMinor;

    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String currency;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant recoverAt;
    private @Nullable Instant firstDepartureAt;
    private @Nullable Instant lastArrivalAt;
    private int itineraryRevision;

    @ElementCollection
    @CollectionTable(name = "booking_segment", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderColumn(name = "position")
    private List<Segment> segments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "passenger", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderColumn(name = "position")
    private List<Passenger> passengers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "passenger_flight", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderColumn(name = "position")
    private List<PassengerFlight> passengerFlights = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    /** A wish: nothing is held yet. Its deadline is set now, so that a repeated hold asks for the same. */
    Booking(String id, BookingReference reference, Customer customer, NewBooking wish, Instant now, Instant expiresAt) {
        this.id = id;
        this.reference = reference.value();
        this.userId = customer.id();
        this.state = BookingState.INITIATED;
        this.recipientEmail = Optional.ofNullable(wish.contactEmail()).orElse(customer.email());
        this.recipientName = customer.name();
        this.passengerCount = wish.passengers().size();
        this.createdAt = now;
        this.expiresAt = expiresAt;
        wish.passengers().forEach(passenger -> passengers.add(new Passenger(passenger)));
    }

    /** The recovery job keeps away until then. */
    void recoverFrom(Instant instant) {
        recoverAt = instant;
    }

    /** The seats are held: prices are fixed from here on. */
    void holdAs(Hold hold) {
        become(BookingState.PENDING_PAYMENT);
        totalMinor = hold.total().minor();
        currency = hold.total().currency().value();
        hold.segments().forEach(held -> segments.add(new Segment(held)));
        fillPassengerFlights();
        travelFrom(segments);
    }

    private void travelFrom(List<Segment> flights) {
        firstDepartureAt = flights.stream()
                .map(Segment::departureAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        lastArrivalAt = flights.stream()
                .map(Segment::arrivalAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    void fail() {
        become(BookingState.FAILED);
    }

    /** A payment that begins in time goes on, however long it takes; from the deadline on none begins. */
    void beginPayment(Instant now, Duration recoveryAge) {
        requirePayable(now);
        become(BookingState.PAYING);
        recoverAt = now.plus(recoveryAge);
    }

    /** Refuses what can't be paid, saying why. */
    void requirePayable(Instant now) {
        switch (state) {
            case PENDING_PAYMENT -> requireInTime(now);
            case PAYING -> throw BookingConflict.paymentInProgress();
            case CONFIRMED -> throw BookingConflict.alreadyPaid();
            default -> throw ended();
        }
    }

    /** Refuses what has ended, and what is being paid for at this moment, saying why. */
    void requireUnderWay(Instant now) {
        switch (state) {
            case PENDING_PAYMENT -> requireInTime(now);
            case PAYING -> throw BookingConflict.paymentInProgress();
            case CONFIRMED -> {}
            default -> throw ended();
        }
    }

    /** Refuses what isn't paid for, or is over. */
    void requireConfirmed(Instant now) {
        if (state == BookingState.PAYING || state == BookingState.PENDING_PAYMENT && !isDue(now)) {
            throw BookingConflict.notConfirmed();
        }
        requireUnderWay(now);
    }

    /** @param tickets by the numbers of the passengers, from 1 */
    void confirm(Map<Integer, String> tickets) {
        become(BookingState.CONFIRMED);
        tickets.forEach((passenger, ticket) -> passengers.get(passenger - 1).receive(ticket));
    }

    /** The card was not charged after all; another payment may be tried until the deadline. */
    void awaitAnotherPayment() {
        become(BookingState.PENDING_PAYMENT);
    }

    void expire() {
        become(BookingState.EXPIRED);
        passengerFlights.forEach(PassengerFlight::leaveSeat);
    }

    /** Cancels these places; with the last one the booking is over. What is not paid yet costs so much less. */
    void cancel(RefundQuote quote, String cancellationId, Instant now) {
        requireUnderWay(now);
        for (RefundQuote.Line line : quote.lines()) {
            line.place().cancel(cancellationId, quote.isPaid() ? line.refundMinor() : null, now);
        }
        StillBooked rest = stillBooked();
        if (rest.isNothing()) {
            become(BookingState.CANCELLED);
        } else {
            itineraryRevision++;
            travelFrom(rest.segments());
            totalMinor = quote.isPaid() ? totalMinor : Long.valueOf(rest.priceMinor());
        }
    }

    boolean is(BookingState other) {
        return state == other;
    }

    /** Callers know of it. */
    boolean isShown() {
        return state != BookingState.INITIATED && state != BookingState.FAILED;
    }

    /** What callers see; empty for what they don't. */
    Optional<BookingStatus> statusAt(Instant now) {
        return switch (state) {
            case INITIATED, FAILED -> Optional.empty();
            case PENDING_PAYMENT -> Optional.of(isDue(now) ? BookingStatus.EXPIRED : BookingStatus.PENDING_PAYMENT);
            case PAYING -> Optional.of(BookingStatus.PENDING_PAYMENT);
            case CONFIRMED -> Optional.of(BookingStatus.CONFIRMED);
            case CANCELLED -> Optional.of(BookingStatus.CANCELLED);
            case EXPIRED -> Optional.of(BookingStatus.EXPIRED);
        };
    }

    boolean isDue(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private void requireInTime(Instant now) {
        if (isDue(now)) {
            throw BookingConflict.expired();
        }
    }

    private RuntimeException ended() {
        return switch (state) {
            case CANCELLED -> BookingConflict.alreadyCancelled();
            case EXPIRED -> BookingConflict.expired();
            default -> new BookingNotFound();
        };
    }

    private void become(BookingState next) {
        state = state.become(next);
        recoverAt = null;
        itineraryRevision++;
    }

    /** What was paid, or is to be: the price of what was booked then, as quoted by the hold; there is none before it. */
    Money quoted() {
        if (totalMinor == null || currency == null) {
            throw new IllegalStateException("booking " + id + " has no price yet");
        }
        return Money.ofMinor(totalMinor, currency);
    }

    /** The price of what is still booked. */
    Money total() {
        long minor = state == BookingState.CANCELLED ? 0 : stillBooked().priceMinor();
        return new Money(minor, quoted().currency());
    }

    StillBooked stillBooked() {
        return StillBooked.of(segments, passengerFlights());
    }

    Segment segmentOf(PassengerFlight place) {
        return segments.stream().filter(place::isOn).findFirst().orElseThrow();
    }

    Money price(Segment segment) {
        return new Money(segment.priceMinor(), quoted().currency());
    }

    @Override
    String id() {
        return id;
    }

    String reference() {
        return reference;
    }

    /** Rises with each change that a calendar should show. */
    int itineraryRevision() {
        return itineraryRevision;
    }

    String userId() {
        return userId;
    }

    String recipientEmail() {
        return recipientEmail;
    }

    String recipientName() {
        return recipientName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    List<Segment> segments() {
        return segments;
    }

    List<Passenger> passengers() {
        return passengers;
    }

    /** Passenger by passenger, the flights in their order; none before the seats are held. */
    List<PassengerFlight> passengerFlights() {
        if (passengerFlights.isEmpty()) {
            // Held by a replica of the release before, which doesn't write them.
            fillPassengerFlights();
        }
        return passengerFlights;
    }

    private void fillPassengerFlights() {
        for (int passenger = 1; passenger <= passengers.size(); passenger++) {
            for (Segment segment : segments) {
                passengerFlights.add(new PassengerFlight(passenger, segment));
            }
        }
    }
}
