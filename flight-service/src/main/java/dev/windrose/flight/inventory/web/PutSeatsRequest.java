package dev.windrose.flight.inventory.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.inventory.SeatRequest;
import dev.windrose.flight.inventory.SeatWish;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /internal/holds/{bookingId}/seats}. */
record PutSeatsRequest(@Nullable String flightId, @Nullable List<@Nullable AssignmentRequest> assignments) {
    private static final Pattern PASSENGER = Pattern.compile("[!-~]{1,64}");
    private static final Pattern FLIGHT = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long NO_FLIGHT = 0;

    /** One passenger's seat. @param seat absent: the one he has, else any. @param child not to sit in an exit row */
    record AssignmentRequest(
            @Nullable String passengerId,
            @Nullable String seat,
            @Nullable Boolean child) {}

    /** The wish, or 400 with every fault. */
    SeatWish toWish() {
        Faults faults = new Faults();
        String flight = faults.text("flightId", flightId, 64);
        List<SeatWish.Assignment> wanted = assignments(faults);
        faults.throwIfAny();
        boolean known = flight != null && FLIGHT.matcher(flight).matches();
        return new SeatWish(known ? Long.parseLong(flight) : NO_FLIGHT, wanted);
    }

    private List<SeatWish.Assignment> assignments(Faults faults) {
        List<SeatWish.Assignment> wanted = new ArrayList<>();
        if (assignments == null || assignments.isEmpty() || assignments.size() > SeatRequest.MAX_QUANTITY) {
            faults.add("assignments", "out_of_range", "must be 1 to " + SeatRequest.MAX_QUANTITY);
            return wanted;
        }
        for (int i = 0; i < assignments.size(); i++) {
            AssignmentRequest one = assignments.get(i);
            String path = "assignments[" + i + "].";
            String passenger = faults.required(
                    path + "passengerId", one == null ? null : one.passengerId(), PutSeatsRequest::passenger);
            String seat = one == null || one.seat() == null ? null : faults.text(path + "seat", one.seat(), 64);
            if (passenger != null) {
                wanted.add(new SeatWish.Assignment(passenger, seat, one != null && Boolean.TRUE.equals(one.child())));
            }
        }
        return wanted;
    }

    private static String passenger(String text) {
        if (!PASSENGER.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 1 to 64 printable characters without spaces");
        }
        return text;
    }
}
