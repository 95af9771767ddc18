package dev.windrose.booking.booking;

import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was paid for bookings and given back of it. */
@Component
class MoneyMoved {
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final BookingActions actions;

    MoneyMoved(PaymentRepository payments, RefundRepository refunds, BookingActions actions) {
        this.actions = actions;
        this.payments = payments;
        this.refunds = refunds;
    }

    /** Gives back of the payment that was taken; a booking never paid has none. The booking is as it is afterwards. */
    Optional<Payment> giveBack(Booking booking, String refundId, Money amount, Instant now) {
        Optional<Payment> captured = payments.findByBookingIdAndState(booking.id(), PaymentState.CAPTURED);
        captured.ifPresent(payment -> {
            payment.giveBack(amount, booking.is(BookingState.CANCELLED));
            refunds.save(new Refund(refundId, payment, amount, now));
        });
        return captured;
    }

    /** The bookings with their payments and refunds, in the given order, in as many statements as for one. */
    List<BookingView> viewOf(List<Booking> bookings, Instant now) {
        List<String> ids = bookings.stream().map(Booking::id).toList();
        Map<String, List<Payment>> paid = payments.findByBookingIdInOrderByCreatedAt(ids).stream()
                .collect(Collectors.groupingBy(Payment::bookingId));
        Map<String, List<Refund>> refunded = refunds.findByBookingIdInOrderByRefundedAt(ids).stream()
                .collect(Collectors.groupingBy(Refund::bookingId));
        return bookings.stream()
                .map(booking -> BookingView.of(
                        booking,
                        paid.getOrDefault(booking.id(), List.of()),
                        refunded.getOrDefault(booking.id(), List.of()),
                        actions.timesOf(booking, now),
                        now))
                .toList();
    }
}
