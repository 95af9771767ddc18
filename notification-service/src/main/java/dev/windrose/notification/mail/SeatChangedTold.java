package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code booking.seat-changed}: one flight, and who sits elsewhere on it now. */
public record SeatChangedTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        List<SeatChange> seatChanges,
        Instant changedAt)
        implements Told, WithBoardingPasses {
    public SeatChangedTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        segments = Told.some("segments", segments);
        passengers = Told.some("passengers", passengers);
        seatChanges = Told.some("seatChanges", seatChanges);
    }

    /** From seat to seat; none if null. @param checkedIn a new boarding pass takes the old one's place */
    public record SeatChange(
            String passengerId,
            @Nullable String seat,
            @Nullable String previousSeat,
            boolean checkedIn) {
        public SeatChange {
            Told.required("seatChanges.passengerId", passengerId);
        }
    }

    @Override
    public List<String> withPasses() {
        return seatChanges.stream()
                .filter(SeatChange::checkedIn)
                .map(SeatChange::passengerId)
                .toList();
    }
}
