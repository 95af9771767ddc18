package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Instant;
import java.util.List;

/** The data of {@code booking.checked-in}: one flight, who has checked in for it just now, and when boarding begins. */
public record CheckedInTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        List<SeatTold> seats,
        Instant boardingTime,
        Instant checkedInAt)
        implements Told, WithBoardingPasses {
    public CheckedInTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("boardingTime", boardingTime);
        segments = Told.some("segments", segments);
        passengers = Told.some("passengers", passengers);
        seats = Told.some("seats", seats);
    }

    /** A passenger's seat, and his number among those who checked in. */
    public record SeatTold(String passengerId, String seat, int sequence) {
        public SeatTold {
            Told.required("seats.passengerId", passengerId);
            Told.required("seats.seat", seat);
        }
    }

    @Override
    public List<String> withPasses() {
        return seats.stream().map(SeatTold::passengerId).toList();
    }
}
