package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Instant;
import java.util.List;

/** The data of {@code booking.check-in-open}: one flight, and who may check in for it from when until when. */
public record CheckInOpenTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        Instant opensAt,
        Instant closesAt)
        implements Told {
    public CheckInOpenTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("opensAt", opensAt);
        Told.required("closesAt", closesAt);
        segments = Told.some("segments", segments);
        passengers = Told.some("passengers", passengers);
    }
}
