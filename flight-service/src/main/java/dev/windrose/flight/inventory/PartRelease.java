package dev.windrose.flight.inventory;

import java.util.Comparator;
import java.util.List;

/** Places that a booking gives back while it keeps the others: some of its passengers on some of its flights. */
public record PartRelease(List<Part> parts) {

    /**
     * Places in a cabin of a flight.
     *
     * @param qty how many
     * @param seats numbers of seats among those assigned to them
     * @param passengers whose places they are; their seats go with them
     */
    public record Part(SeatRequest.Segment segment, int qty, List<String> seats, List<String> passengers) {
        public Part {
            seats = seats.stream().sorted().toList();
            passengers = passengers.stream().sorted().toList();
        }
    }

    public PartRelease {
        if (parts.isEmpty() || parts.size() > SeatRequest.MAX_SEGMENTS) {
            throw new IllegalArgumentException("must have 1 to " + SeatRequest.MAX_SEGMENTS + " parts");
        }
        parts = parts.stream()
                .sorted(Comparator.comparing(part -> part.segment().key()))
                .toList();
    }

    /** Equal for equal requests; the order of parts, seats and passengers says nothing. */
    String fingerprint() {
        return Fingerprint.of(parts.toString());
    }
}
