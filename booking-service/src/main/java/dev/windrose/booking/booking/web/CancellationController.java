package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingOf;
import dev.windrose.booking.booking.CancelBooking;
import dev.windrose.booking.booking.CancellationQuote;
import dev.windrose.booking.booking.CancellationRequest;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Cancelling a customer's own bookings. */
@RestController
@RequestMapping("/api/v1/bookings/{reference}/cancellation")
class CancellationController {
    private final CancelBooking cancelBooking;
    private final JsonMapper json;

    CancellationController(CancelBooking cancelBooking, JsonMapper json) {
        this.cancelBooking = cancelBooking;
        this.json = json;
    }

    /** What to cancel: the crossing of both, all where absent or empty. */
    record Body(
            @Nullable List<@Nullable String> passengerIds,
            @Nullable List<@Nullable String> flightIds) {
        CancellationRequest toRequest() {
            return new CancellationRequest(Choices.present(passengerIds), Choices.present(flightIds));
        }
    }

    /**
     * What cancelling now would give back.
     *
     * @param passengerIds comma list, all if absent or empty, as {@code flightIds}: their crossing is meant
     * @return 200 {@code refund}, {@code fee}, {@code rule}, {@code validUntil} and {@code parts}, one for each passenger and flight; 400,
     *     404 and 409 as for the cancellation itself
     */
    @GetMapping
    ResponseEntity<CancellationQuote> quote(
            CurrentUser user,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String passengerIds,
            @RequestParam(required = false) @Nullable String flightIds) {
        var what = new CancellationRequest(Choices.ids(passengerIds), Choices.ids(flightIds));
        return BookingController.personal(cancelBooking.quote(bookingOf(user, reference), what));
    }

    /**
     * Cancels the booking, or these passengers' places on these flights; their seats are free at once. What was cancelled before stays so:
     * the rest of what is named is cancelled.
     *
     * @return 200 {@code booking} and {@code refund}; 400 {@code validation_failed} for ids that the booking hasn't; 404 {@code
     *     booking_not_found}; 409 {@code already_cancelled}, also if nothing is left of a passenger or flight named, {@code
     *     booking_expired}, {@code payment_in_progress}
     */
    @PostMapping
    ResponseEntity<String> cancel(
            CurrentUser user,
            @PathVariable String reference,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody(required = false) @Nullable Body body) {
        BookingOf booking = bookingOf(user, reference);
        CancellationRequest what = (body == null ? new Body(null, null) : body).toRequest();
        IdempotencyKey key =
                IdempotencyKey.of(user.id(), idempotencyKey, booking.path(), json.writeValueAsString(what));
        return cancelBooking.cancel(booking, what, key).toResponse();
    }

    private static BookingOf bookingOf(CurrentUser user, String reference) {
        return new BookingOf(user.id(), reference, "/api/v1/bookings/" + reference + "/cancellation");
    }
}
