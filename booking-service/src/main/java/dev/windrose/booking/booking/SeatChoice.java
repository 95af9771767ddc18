package dev.windrose.booking.booking;

import java.util.List;

/** Which passengers want which seats of a flight. */
public record SeatChoice(String flightId, List<Assignment> assignments) {
    public SeatChoice {
        assignments = List.copyOf(assignments);
    }

    /** One passenger and the number of a seat. */
    public record Assignment(String passengerId, String seat) {}
}
