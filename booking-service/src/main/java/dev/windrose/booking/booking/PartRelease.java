package dev.windrose.booking.booking;

import dev.windrose.booking.flight.ReleasedPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seats of a booking that goes on, to be freed once. @param releaseId the cancellation's */
record PartRelease(String bookingId, String releaseId, List<ReleasedPart> parts) {
    PartRelease {
        parts = List.copyOf(parts);
    }

    static PartRelease of(String bookingId, String cancellationId, RefundQuote cancelled) {
        Map<Segment, List<String>> passengers = new LinkedHashMap<>();
        cancelled
                .lines()
                .forEach(line -> passengers
                        .computeIfAbsent(line.segment(), segment -> new ArrayList<>())
                        .add(line.place().passengerId()));
        return new PartRelease(
                bookingId,
                cancellationId,
                passengers.entrySet().stream()
                        .map(part -> new ReleasedPart(
                                part.getKey().flightId(),
                                part.getKey().cabin(),
                                part.getValue().size(),
                                List.of(),
                                part.getValue()))
                        .toList());
    }
}
