package dev.windrose.booking.booking;

import dev.windrose.defaults.outbox.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others of check-in and of seats, each time about one flight; see contracts/README.md. */
@Component
class CheckInEvents {
    private final Outbox outbox;
    private final BoardingPasses passes;

    CheckInEvents(Outbox outbox, BoardingPasses passes) {
        this.outbox = outbox;
        this.passes = passes;
    }

    /** @param expected those who may check in now */
    void checkInOpen(Booking booking, Segment segment, List<PassengerFlight> expected, CheckInWindow window) {
        StillBooked trip = new StillBooked(List.of(segment), expected);
        outbox.record(
                "booking.check-in-open",
                booking.id(),
                new CheckInOpen(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, trip),
                        TripData.passengers(booking, trip),
                        window.opensAt(),
                        window.closesAt()));
    }

    /** @param coming those who have checked in just now */
    void checkedIn(Booking booking, Segment segment, List<PassengerFlight> coming, Instant now) {
        StillBooked trip = new StillBooked(List.of(segment), coming);
        outbox.record(
                "booking.checked-in",
                booking.id(),
                new CheckedIn(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, trip),
                        TripData.passengers(booking, trip),
                        coming.stream()
                                .map(place -> new SeatData(place.passengerId(), place.requireSeat(), place.sequence()))
                                .toList(),
                        passes.boardingTime(segment),
                        Timestamps.text(now)));
    }

    /** @param moved passengers who sit elsewhere on the flight, not by their own wish */
    void seatChanged(Booking booking, List<SeatMoved> moved, Instant now) {
        List<PassengerFlight> places = moved.stream().map(SeatMoved::place).toList();
        StillBooked trip = new StillBooked(booking.segments(), places);
        outbox.record(
                "booking.seat-changed",
                booking.id(),
                new SeatChanged(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, trip),
                        TripData.passengers(booking, trip),
                        moved.stream()
                                .map(move -> new SeatChangeData(
                                        move.place().passengerId(),
                                        move.place().seat(),
                                        move.previousSeat(),
                                        move.place().isCheckedIn()))
                                .toList(),
                        Timestamps.text(now)));
    }

    private record CheckInOpen(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt) {}

    private record CheckedIn(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            List<SeatData> seats,
            OffsetDateTime boardingTime,
            String checkedInAt) {}

    private record SeatData(String passengerId, String seat, int sequence) {}

    private record SeatChanged(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            List<SeatChangeData> seatChanges,
            String changedAt) {}

    private record SeatChangeData(
            String passengerId,
            @Nullable String seat,
            @Nullable String previousSeat,
            boolean checkedIn) {}
}
