package dev.windrose.flight.inventory.web;

import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.inventory.BookingId;
import dev.windrose.flight.inventory.SelectSeats;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Seats of passengers, for booking-service. */
@RestController
class InternalSeatController {
    private final SelectSeats selectSeats;

    InternalSeatController(SelectSeats selectSeats) {
        this.selectSeats = selectSeats;
    }

    /** All seats of the booking on that flight. @param version higher after each change of seats in the cabin */
    record SeatsAnswer(String flightId, List<AssignmentAnswer> assignments, long version) {}

    /** One passenger's seat. */
    record AssignmentAnswer(String passengerId, String seat) {}

    /**
     * {@code {flightId, assignments: [{passengerId, seat?, child?}]}}, without {@code seat} the one he has or else any, together with his party → 200 the same form with all seats of the booking on that flight; all or none,
     * in place of those these passengers had; the same again is the same. 404 {@code hold_not_found}, {@code flight_not_found} (not the
     * booking's), 410 {@code hold_gone}, 409 {@code flight_closed}, {@code seat_taken}, {@code no_suitable_seat}; 400 for a
     * seat that the cabin lacks or that is in an exit row and a child's.
     */
    @PutMapping("/internal/holds/{bookingId}/seats")
    SeatsAnswer select(@PathVariable String bookingId, @RequestBody PutSeatsRequest request) {
        var wish = request.toWish();
        SelectSeats.Selected selected = selectSeats.select(idOf(bookingId), wish);
        List<AssignmentAnswer> assignments = selected.seats().stream()
                .map(seat -> new AssignmentAnswer(seat.passengerId(), seat.number()))
                .toList();
        return new SeatsAnswer(Long.toString(wish.flightId()), assignments, selected.version());
    }

    private static BookingId idOf(String text) {
        try {
            return new BookingId(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ValidationFailed.of("bookingId", "invalid", "must be a UUID");
        }
    }
}
