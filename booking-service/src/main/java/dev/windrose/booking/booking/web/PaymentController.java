package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingOf;
import dev.windrose.booking.booking.BookingSettings;
import dev.windrose.booking.booking.PayBooking;
import dev.windrose.booking.payment.Card;
import dev.windrose.booking.payment.CardFingerprint;
import dev.windrose.defaults.http.Admission;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Payments of a customer's own bookings. */
@RestController
class PaymentController {
    private final PayBooking payBooking;
    private final CardFingerprint fingerprints;
    private final Admission admission;

    PaymentController(PayBooking payBooking, CardFingerprint fingerprints, BookingSettings settings) {
        this.payBooking = payBooking;
        this.fingerprints = fingerprints;
        this.admission = new Admission(settings.concurrentPayments(), settings.patience());
    }

    /**
     * Charges a card with the booking's total, once.
     *
     * @return 201 with {@code id}, {@code status}, {@code amount}, {@code card} (brand and last four digits) and {@code paidAt}. 400
     *     {@code invalid_card}, {@code validation_failed}; 402 {@code card_declined}, {@code insufficient_funds}, {@code expired_card};
     *     404 {@code booking_not_found}; 409 {@code booking_expired}, {@code already_paid}, {@code payment_in_progress},
     *     {@code already_cancelled}, {@code flight_closed}, {@code idempotency_in_flight}; 422 {@code idempotency_conflict}; 503
     *     {@code processing_error} (not charged), {@code service_unavailable} (not known yet: repeat it with the same key)
     */
    @PostMapping("/api/v1/bookings/{reference}/payments")
    ResponseEntity<String> pay(
            CurrentUser user,
            @PathVariable String reference,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody PaymentRequest request) {
        String path = "/api/v1/bookings/" + reference + "/payments";
        Card card = request.toCard();
        IdempotencyKey key = IdempotencyKey.of(user.id(), idempotencyKey, path, fingerprints.of(card));
        return admission.admit(() -> payBooking
                .pay(new BookingOf(user.id(), reference, path), card, key)
                .toResponse());
    }
}
