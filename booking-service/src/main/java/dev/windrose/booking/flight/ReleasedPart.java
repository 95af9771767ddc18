package dev.windrose.booking.flight;

import java.util.List;

/** Places in a cabin of a flight that a booking gives back while it keeps others. @param seats none: they go with the passengers */
public record ReleasedPart(String flightId, Cabin cabin, int qty, List<String> seats, List<String> passengers) {
    public ReleasedPart {
        seats = List.copyOf(seats);
        passengers = List.copyOf(passengers);
    }
}
