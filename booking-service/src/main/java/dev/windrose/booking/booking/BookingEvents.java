package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others what became of a booking, with all that a mail about it needs; see contracts/README.md. */
@Component
class BookingEvents {
    private final Outbox outbox;

    BookingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void confirmed(Booking booking, Payment payment, Instant paidAt) {
        outbox.record(
                "booking.confirmed",
                booking.id(),
                new Confirmed(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, booking.stillBooked()),
                        TripData.passengers(booking, booking.stillBooked()),
                        booking.quoted(),
                        Timestamps.text(paidAt),
                        PaymentView.cardOf(payment)));
    }

    void expired(Booking booking) {
        outbox.record(
                "booking.expired",
                booking.id(),
                new Expired(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, booking.stillBooked()),
                        TripData.passengers(booking, booking.stillBooked()),
                        booking.quoted(),
                        Timestamps.text(booking.expiresAt())));
    }

    /** All of it, or a part. @param refunded the payment that was given back of, empty if nothing was paid */
    void cancelled(Booking booking, RefundQuote quote, Optional<Payment> refunded, Instant now) {
        List<PassengerFlight> places =
                quote.lines().stream().map(RefundQuote.Line::place).toList();
        StillBooked gone = new StillBooked(booking.segments(), places);
        outbox.record(
                "booking.cancelled",
                booking.id(),
                new Cancelled(
                        booking.reference(),
                        booking.userId(),
                        TripData.recipient(booking),
                        TripData.segments(booking, booking.stillBooked()),
                        TripData.passengers(booking, booking.stillBooked()),
                        booking.total(),
                        TripData.segments(booking, gone),
                        TripData.passengers(booking, gone),
                        refunds(gone, quote),
                        quote.refund(),
                        quote.fee(),
                        Timestamps.text(now),
                        refunded.map(PaymentView::cardOf).orElse(null)));
    }

    /** One for each flight: its places have the same terms. */
    private static List<RefundData> refunds(StillBooked gone, RefundQuote quote) {
        return gone.segments().stream()
                .map(segment -> {
                    List<RefundQuote.Line> lines = quote.lines().stream()
                            .filter(line -> line.segment() == segment)
                            .toList();
                    RefundTerms terms = lines.get(0).terms();
                    return new RefundData(
                            segment.flightId(),
                            quote.sum(lines.stream()
                                    .mapToLong(RefundQuote.Line::paidMinor)
                                    .sum()),
                            terms.percent(),
                            terms.reason(),
                            quote.sum(lines.stream()
                                    .mapToLong(RefundQuote.Line::refundMinor)
                                    .sum()));
                })
                .toList();
    }

    private record Confirmed(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            Money total,
            String paidAt,
            PaymentView.CardView card) {}

    private record Expired(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            Money total,
            String paymentDueAt) {}

    private record Cancelled(
            String reference,
            String userId,
            TripData.Recipient recipient,
            List<TripData.SegmentData> segments,
            List<TripData.PassengerData> passengers,
            Money total,
            List<TripData.SegmentData> cancelledSegments,
            List<TripData.PassengerData> cancelledPassengers,
            List<RefundData> refunds,
            Money refund,
            Money fee,
            String cancelledAt,
            PaymentView.@Nullable CardView card) {}

    private record RefundData(String flightId, Money paid, int percent, RefundReason reason, Money refund) {}
}
