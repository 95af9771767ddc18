package dev.windrose.flight.inventory.web;

import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.inventory.BookingId;
import dev.windrose.flight.inventory.ConfirmHold;
import dev.windrose.flight.inventory.HoldNotFound;
import dev.windrose.flight.inventory.HoldQueries;
import dev.windrose.flight.inventory.HoldQueries.HoldPage;
import dev.windrose.flight.inventory.HoldSeats;
import dev.windrose.flight.inventory.HoldView;
import dev.windrose.flight.inventory.PartRelease;
import dev.windrose.flight.inventory.ReleaseHold;
import dev.windrose.flight.inventory.ReleaseParts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holds, for booking-service. Every call may be repeated: each has one effect, and a 503 means not known, ask again. */
@RestController
@RequestMapping("/internal/holds")
class InternalHoldController {
    private static final int MAX_LIMIT = 500;

    private final HoldSeats holdSeats;
    private final ConfirmHold confirmHold;
    private final ReleaseHold releaseHold;
    private final ReleaseParts releaseParts;
    private final HoldQueries queries;

    InternalHoldController(
            HoldSeats holdSeats,
            ConfirmHold confirmHold,
            ReleaseHold releaseHold,
            ReleaseParts releaseParts,
            HoldQueries queries) {
        this.holdSeats = holdSeats;
        this.confirmHold = confirmHold;
        this.releaseHold = releaseHold;
        this.releaseParts = releaseParts;
        this.queries = queries;
    }

    /**
     * 200 the hold. Refused for good, and again with the same answer: 400 {@code validation_failed} (a cabin not sold, overlapping
     * segments, mixed currencies, one flight twice, a deadline that has passed), 404 {@code flight_not_found}, 409 {@code
     * insufficient_seats} with {@code available}, 409 {@code price_changed} with {@code currentTotal}, 409 {@code flight_closed}. 410
     * {@code hold_gone}: released before. 422 {@code hold_mismatch}: this id came with another body.
     */
    @PutMapping("/{bookingId}")
    HoldView hold(@PathVariable String bookingId, @RequestBody PutHoldRequest request) {
        return holdSeats.hold(idOf(bookingId), request.toRequest());
    }

    /** 200 the hold, {@code SOLD}. 410 {@code hold_gone}, 409 {@code flight_closed} if a flight of it is cancelled. */
    @PutMapping("/{bookingId}/confirm")
    HoldView confirm(@PathVariable String bookingId) {
        return confirmHold.confirm(idOf(bookingId));
    }

    /** 204: it has no seats and gets none any more. */
    @DeleteMapping("/{bookingId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String bookingId) {
        releaseHold.release(idOf(bookingId));
    }

    /**
     * {@code [{flightId, cabin, qty, seats?, passengers?}]} → 204: these seats of the hold are given back, now or by this release before; the
     * others stay. {@code seats} are numbers, {@code passengers} say whose places they are. 404 {@code hold_not_found}, 409 {@code
     * release_exceeds_hold}, {@code release_leaves_seats}, 422 {@code release_mismatch}: this release came with another body.
     */
    @PutMapping("/{bookingId}/releases/{releaseId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseParts(
            @PathVariable String bookingId,
            @PathVariable String releaseId,
            @RequestBody List<@Nullable PutReleasePart> parts) {
        PartRelease release = PutReleasePart.toRelease(parts);
        releaseParts.release(idOf(bookingId), releaseIdOf(releaseId), release);
    }

    /** 200 the hold in any state, 404 {@code hold_not_found}. */
    @GetMapping("/{bookingId}")
    HoldView get(@PathVariable String bookingId) {
        try {
            return queries.get(new BookingId(bookingId.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new HoldNotFound();
        }
    }

    /** 200 a page of all that is held or sold, in the order of ids; {@code next}, if not null, is the next call's {@code after}. */
    @GetMapping
    HoldPage list(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "" + MAX_LIMIT) int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ValidationFailed.of("limit", "out_of_range", "must be from 1 to " + MAX_LIMIT);
        }
        return queries.page(after, limit);
    }

    private static UUID releaseIdOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ValidationFailed.of("releaseId", "invalid", "must be a UUID");
        }
    }

    private static BookingId idOf(String text) {
        try {
            return new BookingId(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ValidationFailed.of("bookingId", "invalid", "must be a UUID");
        }
    }
}
