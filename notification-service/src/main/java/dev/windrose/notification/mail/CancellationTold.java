package dev.windrose.notification.mail;

import dev.windrose.defaults.money.Money;
import dev.windrose.notification.mail.BookingTold.Card;
import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code booking.cancelled}.
 *
 * @param segments what is still booked, with {@code passengers}: nothing if all of it was cancelled
 * @param total of what is still booked
 * @param cancelledSegments what was cancelled now, with {@code cancelledPassengers}
 * @param refunds one for each flight of it
 * @param fee what is kept of what was paid
 * @param card null if nothing was paid
 */
public record CancellationTold(
        String reference,
        String userId,
        Recipient recipient,
        List<Segment> segments,
        List<Passenger> passengers,
        Money total,
        List<Segment> cancelledSegments,
        List<Passenger> cancelledPassengers,
        List<RefundOfFlight> refunds,
        Money refund,
        Money fee,
        Instant cancelledAt,
        @Nullable Card card)
        implements Told {

    public CancellationTold {
        Told.required("reference", reference);
        Told.required("userId", userId);
        Told.required("recipient", recipient);
        Told.required("total", total);
        Told.required("refund", refund);
        Told.required("fee", fee);
        Told.required("cancelledAt", cancelledAt);
        segments = byDeparture(Told.required("segments", segments));
        passengers = List.copyOf(Told.required("passengers", passengers));
        cancelledSegments = byDeparture(Told.required("cancelledSegments", cancelledSegments));
        cancelledPassengers = List.copyOf(Told.required("cancelledPassengers", cancelledPassengers));
        refunds = List.copyOf(Told.required("refunds", refunds));
        if (cancelledSegments.isEmpty() || cancelledPassengers.isEmpty()) {
            throw new IllegalArgumentException("nothing is cancelled");
        }
    }

    /** What a flight's places give back, and why. @param percent of what was paid for them */
    public record RefundOfFlight(String flightId, Money paid, int percent, String reason, Money refund) {
        public RefundOfFlight {
            Told.required("refunds.flightId", flightId);
            Told.required("refunds.paid", paid);
            Told.required("refunds.reason", reason);
            Told.required("refunds.refund", refund);
        }
    }

    private static List<Segment> byDeparture(List<Segment> segments) {
        return segments.stream()
                .sorted(Comparator.comparing(Segment::departureTime))
                .toList();
    }
}
