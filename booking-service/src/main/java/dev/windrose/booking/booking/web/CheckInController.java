package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingOf;
import dev.windrose.booking.booking.CheckIn;
import dev.windrose.booking.booking.CheckInWish;
import dev.windrose.booking.booking.GateDesk;
import dev.windrose.booking.booking.Offloaded;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Check-in of a customer's own bookings, and how staff undo it. */
@RestController
class CheckInController {
    private static final int MAX_ID = 64;

    private final CheckIn checkIn;
    private final GateDesk gate;
    private final JsonMapper json;

    CheckInController(CheckIn checkIn, GateDesk gate, JsonMapper json) {
        this.checkIn = checkIn;
        this.gate = gate;
        this.json = json;
    }

    /** Who, for which flight; without passengers everybody who is booked on it. */
    record Body(@Nullable String flightId, @Nullable List<@Nullable String> passengerIds) {
        CheckInWish toWish() {
            Faults faults = new Faults();
            String flight = faults.text("flightId", flightId, MAX_ID);
            faults.throwIfAny();
            return new CheckInWish(String.valueOf(flight), Choices.present(passengerIds));
        }
    }

    /**
     * Checks passengers in for a flight; who has no seat gets one, a party together where that is possible.
     *
     * @return 200 the booking, the same again if repeated. 400 {@code validation_failed}; 404 {@code booking_not_found}, {@code
     *     flight_not_found}; 409 {@code check_in_not_open} and {@code check_in_closed} with {@code opensAt} and {@code closesAt}, {@code
     *     not_confirmed}, {@code already_cancelled}, {@code booking_expired}, {@code flight_closed}, {@code no_suitable_seat}, {@code
     *     idempotency_in_flight}; 422 {@code idempotency_conflict}; 503 if flight-service gave no answer: repeat it
     */
    @PostMapping("/api/v1/bookings/{reference}/check-in")
    ResponseEntity<String> checkIn(
            CurrentUser user,
            @PathVariable String reference,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody Body body) {
        String path = "/api/v1/bookings/" + reference + "/check-in";
        CheckInWish what = body.toWish();
        IdempotencyKey key = IdempotencyKey.of(user.id(), idempotencyKey, path, json.writeValueAsString(what));
        return checkIn.checkIn(new BookingOf(user.id(), reference, path), what, key)
                .toResponse();
    }

    /**
     * Takes passengers of any booking off a flight (AIRLINE_STAFF): their check-in is undone, their boarding passes are revoked.
     *
     * @return 200 {@code reference}, {@code flightId}, {@code passengerIds}, also if they weren't checked in; 404; 409 {@code
     *     flight_closed} once it has departed
     */
    @PostMapping("/api/v1/bookings/{reference}/offload")
    ResponseEntity<Offloaded> offload(@PathVariable String reference, @RequestBody Body body) {
        return BookingController.personal(gate.offload(reference, body.toWish()));
    }
}
