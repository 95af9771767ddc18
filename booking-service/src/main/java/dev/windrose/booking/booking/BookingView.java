package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its owner sees it.
 *
 * @param createdAt UTC with milliseconds, as {@code paymentDueAt}
 * @param total the price of what is still booked: nothing once it is cancelled
 * @param actions what can be done now
 * @param actionTimes from when to when, flight by flight; also what can be done only later, and why not now
 */
public record BookingView(
        String reference,
        BookingStatus status,
        String createdAt,
        String paymentDueAt,
        List<SegmentView> segments,
        List<PassengerView> passengers,
        Money total,
        List<PaymentView> payments,
        List<RefundView> refunds,
        List<BookingAction> actions,
        List<ActionTime> actionTimes) {

    /**
     * A flight of it, times with the airports' offsets.
     *
     * @param status the flight's
     * @param scheduledDepartureTime by its first schedule
     * @param scheduledArrivalTime as above
     * @param missedConnections flights of the booking, by their ids, that can't be reached from this one since it is not on schedule
     * @param fullRefund the airline cancelled it or delays it so long that cancelling it gives all back
     * @param cancelled nobody of the booking is on it any more
     */
    public record SegmentView(
            String flightId,
            String flightNumber,
            String origin,
            String destination,
            OffsetDateTime departureTime,
            OffsetDateTime arrivalTime,
            Cabin cabin,
            Money pricePerSeat,
            String status,
            OffsetDateTime scheduledDepartureTime,
            OffsetDateTime scheduledArrivalTime,
            List<String> missedConnections,
            boolean fullRefund,
            boolean cancelled) {}

    /** One who travels. @param ticketNumber 13 digits once it is paid */
    public record PassengerView(
            String id,
            String firstName,
            String lastName,
            PassengerType type,
            @Nullable String ticketNumber,
            List<PassengerFlightView> flights) {}

    /** A passenger's place on a flight. */
    public record PassengerFlightView(
            String flightId, @Nullable String seat, boolean checkedIn, boolean cancelled) {}

    /** @throws BookingNotFound for a booking that is never shown */
    static BookingView of(
            Booking booking, List<Payment> payments, List<Refund> refunds, List<ActionTime> actions, Instant now) {
        BookingStatus status = booking.statusAt(now).orElseThrow(BookingNotFound::new);
        boolean cancelled = status == BookingStatus.CANCELLED;
        return new BookingView(
                booking.reference(),
                status,
                Timestamps.text(booking.createdAt()),
                Timestamps.text(booking.expiresAt()),
                segments(booking, cancelled, now),
                passengers(booking, cancelled),
                booking.total(),
                payments.stream().filter(Payment::isShown).map(PaymentView::of).toList(),
                refunds.stream().map(RefundView::of).toList(),
                actions.stream()
                        .filter(ActionTime::isPossible)
                        .map(ActionTime::action)
                        .distinct()
                        .sorted()
                        .toList(),
                actions);
    }

    private static List<SegmentView> segments(Booking booking, boolean cancelled, Instant now) {
        StillBooked trip = new StillBooked(
                booking.segments(),
                cancelled ? List.of() : booking.stillBooked().places());
        List<Segment> left = trip.segments();
        return booking.segments().stream()
                .map(segment -> new SegmentView(
                        segment.flightId(),
                        segment.flightNumber(),
                        segment.origin().code(),
                        segment.destination().code(),
                        segment.departureTime(),
                        segment.arrivalTime(),
                        segment.cabin(),
                        booking.price(segment),
                        segment.flightStatus(),
                        segment.scheduledDepartureTime(),
                        segment.scheduledArrivalTime(),
                        Connections.missedFrom(segment, trip, now).stream()
                                .map(Segment::flightId)
                                .toList(),
                        left.contains(segment) && segment.isFullyRefunded(now),
                        !left.contains(segment)))
                .toList();
    }

    private static List<PassengerView> passengers(Booking booking, boolean cancelled) {
        List<PassengerView> views = new ArrayList<>();
        for (Passenger passenger : booking.passengers()) {
            int number = views.size() + 1;
            views.add(new PassengerView(
                    String.valueOf(number),
                    passenger.firstName(),
                    passenger.lastName(),
                    passenger.type(),
                    passenger.ticketNumber(),
                    booking.passengerFlights().stream()
                            .filter(flight -> flight.passenger() == number)
                            .map(flight -> new PassengerFlightView(
                                    flight.flightId(),
                                    flight.seat(),
                                    flight.isCheckedIn(),
                                    cancelled || flight.isCancelled()))
                            .toList()));
        }
        return views;
    }
}
