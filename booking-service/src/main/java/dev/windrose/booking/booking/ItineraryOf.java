package dev.windrose.booking.booking;

import dev.windrose.booking.itinerary.Itinerary;
import dev.windrose.booking.itinerary.Itinerary.Leg;
import dev.windrose.booking.itinerary.Itinerary.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** A booking as the calendar shows it. */
final class ItineraryOf {
    private final Booking booking;
    private final BookingStatus status;

    private ItineraryOf(Booking booking, BookingStatus status) {
        this.booking = booking;
        this.status = status;
    }

    /** @throws BookingNotFound for a booking that is never shown */
    static Itinerary booking(Booking booking, Instant now) {
        BookingStatus status = booking.statusAt(now).orElseThrow(BookingNotFound::new);
        ItineraryOf of = new ItineraryOf(booking, status);
        return new Itinerary(
                booking.reference(),
                booking.itineraryRevision(),
                now,
                booking.segments().stream().map(of::leg).toList());
    }

    private Leg leg(Segment segment) {
        List<String> travellers = travellers(segment);
        return new Leg(
                segment.flightId(),
                segment.flightNumber(),
                segment.airlineName(),
                segment.origin().toPlace(),
                segment.destination().toPlace(),
                zoned(segment.departureTime(), segment.origin()),
                zoned(segment.arrivalTime(), segment.destination()),
                zoned(segment.scheduledDepartureTime(), segment.origin()),
                segment.cabin(),
                travellers,
                standing(segment, travellers.isEmpty()));
    }

    private List<String> travellers(Segment segment) {
        return booking.passengerFlights().stream()
                .filter(place -> place.isOn(segment) && !place.isCancelled())
                .map(place -> booking.passengers().get(place.passenger() - 1))
                .map(passenger -> passenger.firstName() + " " + passenger.lastName())
                .toList();
    }

    private Standing standing(Segment segment, boolean nobodyLeft) {
        if (nobodyLeft || segment.isCancelledByAirline()) {
            return Standing.CANCELLED;
        }
        return switch (status) {
            case PENDING_PAYMENT -> Standing.TENTATIVE;
            case CONFIRMED -> Standing.CONFIRMED;
            case CANCELLED, EXPIRED -> Standing.CANCELLED;
        };
    }

    private static ZonedDateTime zoned(OffsetDateTime time, BookedPlace place) {
        return time.atZoneSameInstant(place.toPlace().timeZone());
    }
}
