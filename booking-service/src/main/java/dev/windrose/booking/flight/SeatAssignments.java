package dev.windrose.booking.flight;

import java.util.List;

/** The seats of a booking on a flight. @param version higher after each change of seats in the cabin */
public record SeatAssignments(String flightId, List<Assignment> assignments, long version) {
    public SeatAssignments {
        assignments = List.copyOf(assignments);
    }

    /** One passenger's seat. */
    public record Assignment(String passengerId, String seat) {}
}
