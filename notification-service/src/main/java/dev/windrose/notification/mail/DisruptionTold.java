package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code booking.flight-delayed} and {@code booking.flight-cancelled}.
 *
 * @param segments the one flight, with its times as they are now
 * @param passengers who is on it
 * @param previousDepartureTime as the passengers knew it until now, as {@code previousArrivalTime}
 * @param reason in the airline's words
 * @param fullRefund cancelling the flight gives back all that was paid for it
 * @param missedConnections flights of the booking that can't be reached from this one
 */
public record DisruptionTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        Instant previousDepartureTime,
        Instant previousArrivalTime,
        @Nullable String reason,
        boolean fullRefund,
        List<Segment> missedConnections)
        implements Told {
    public DisruptionTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("previousDepartureTime", previousDepartureTime);
        Told.required("previousArrivalTime", previousArrivalTime);
        segments = Told.some("segments", segments);
        passengers = Told.some("passengers", passengers);
        missedConnections = List.copyOf(Told.required("missedConnections", missedConnections));
    }
}
