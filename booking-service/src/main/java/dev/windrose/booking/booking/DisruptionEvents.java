package dev.windrose.booking.booking;

import dev.windrose.booking.booking.DisruptionNotices.Notice;
import dev.windrose.defaults.outbox.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others what a flight's delay or cancellation means to a booking, with all that a mail about it needs; see contracts/README.md. */
@Component
class DisruptionEvents {
    private final Outbox outbox;

    DisruptionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param segment as it stands now */
    void disrupted(Booking booking, Segment segment, Notice notice, Instant now) {
        StillBooked trip = booking.stillBooked();
        StillBooked onIt = new StillBooked(
                List.of(segment),
                trip.places().stream().filter(place -> place.isOn(segment)).toList());
        StillBooked missed = new StillBooked(Connections.missedFrom(segment, trip, now), trip.places());
        outbox.record(
                segment.isCancelledByAirline() ? "booking.flight-cancelled" : "booking.flight-delayed",
                booking.id(),
                new Disrupted(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, onIt),
                        TripData.passengers(booking, onIt),
                        segment.origin().local(notice.previousDeparture()),
                        segment.destination().local(notice.previousArrival()),
                        segment.scheduledDepartureTime(),
                        segment.scheduledArrivalTime(),
                        notice.reason().orElse(null),
                        segment.isFullyRefunded(now),
                        TripData.segments(booking, missed),
                        Timestamps.text(now)));
    }

    private record Disrupted(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            OffsetDateTime previousDepartureTime,
            OffsetDateTime previousArrivalTime,
            OffsetDateTime scheduledDepartureTime,
            OffsetDateTime scheduledArrivalTime,
            @Nullable String reason,
            boolean fullRefund,
            List<TripData.SegmentData> missedConnections,
            String toldAt) {}
}
