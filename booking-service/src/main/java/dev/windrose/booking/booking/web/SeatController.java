package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingOf;
import dev.windrose.booking.booking.BookingView;
import dev.windrose.booking.booking.ChooseSeats;
import dev.windrose.booking.booking.SeatChoice;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Seats of a customer's own bookings. */
@RestController
class SeatController {
    private static final int MAX_PASSENGERS = 9;
    private static final int MAX_ID = 64;

    private final ChooseSeats chooseSeats;

    SeatController(ChooseSeats chooseSeats) {
        this.chooseSeats = chooseSeats;
    }

    /** The seats wanted on one flight. */
    record Body(@Nullable String flightId, @Nullable List<@Nullable AssignmentRequest> assignments) {

        /** One passenger's. @param seat row and letter: {@code 12A} */
        record AssignmentRequest(
                @Nullable String passengerId, @Nullable String seat) {}

        SeatChoice toChoice() {
            Faults faults = new Faults();
            String flight = faults.text("flightId", flightId, MAX_ID);
            List<SeatChoice.Assignment> read = new ArrayList<>();
            Set<String> passengers = new HashSet<>();
            List<@Nullable AssignmentRequest> given = assignments == null ? List.of() : assignments;
            if (given.isEmpty() || given.size() > MAX_PASSENGERS) {
                faults.add(
                        "assignments",
                        assignments == null ? "required" : "out_of_range",
                        "must be 1 to " + MAX_PASSENGERS);
                given = List.of();
            }
            for (int i = 0; i < given.size(); i++) {
                String field = "assignments[" + i + "].";
                AssignmentRequest one = given.get(i);
                String passenger = faults.text(field + "passengerId", one == null ? null : one.passengerId, MAX_ID);
                String seat = faults.text(field + "seat", one == null ? null : one.seat, MAX_ID);
                if (passenger != null && !passengers.add(passenger)) {
                    faults.add(field + "passengerId", "duplicate", "must not be there twice");
                }
                if (passenger != null && seat != null) {
                    read.add(new SeatChoice.Assignment(passenger, seat));
                }
            }
            faults.throwIfAny();
            return new SeatChoice(String.valueOf(flight), read);
        }
    }

    /**
     * Gives passengers the seats they want on a flight, all of them or none, in place of those they had.
     *
     * @return 200 the booking. 400 {@code validation_failed} for a seat that the cabin lacks or that is in an exit row and a child's; 404
     *     {@code booking_not_found}, {@code flight_not_found}; 409 {@code seat_taken}, {@code already_checked_in}, {@code check_in_closed},
     *     {@code flight_closed}, {@code booking_expired}, {@code already_cancelled}, {@code payment_in_progress}; 503 if it isn't known
     *     whether it was done: repeat it
     */
    @PutMapping("/api/v1/bookings/{reference}/seats")
    ResponseEntity<BookingView> choose(CurrentUser user, @PathVariable String reference, @RequestBody Body body) {
        String path = "/api/v1/bookings/" + reference + "/seats";
        return BookingController.personal(
                chooseSeats.choose(new BookingOf(user.id(), reference, path), body.toChoice()));
    }
}
