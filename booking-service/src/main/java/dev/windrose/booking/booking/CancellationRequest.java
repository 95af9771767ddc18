package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.Faults;
import java.util.List;
import java.util.stream.IntStream;

/** What of a booking is to be cancelled: their crossing; an empty list stands for all. */
public record CancellationRequest(List<String> passengerIds, List<String> flightIds) {
    public CancellationRequest {
        passengerIds = List.copyOf(passengerIds);
        flightIds = List.copyOf(flightIds);
    }

    /** Refuses ids that the booking hasn't (400), and parts of it (409). */
    void requireWhole(Booking booking) {
        List<String> passengers = IntStream.rangeClosed(1, booking.passengers().size())
                .mapToObj(String::valueOf)
                .toList();
        List<String> flights =
                booking.segments().stream().map(Segment::flightId).toList();
        Faults faults = new Faults();
        requireKnown(faults, "passengerIds", passengerIds, passengers);
        requireKnown(faults, "flightIds", flightIds, flights);
        faults.throwIfAny();
        if (isPart(passengerIds, passengers) || isPart(flightIds, flights)) {
            throw BookingConflict.partsNotCancellable();
        }
    }

    private static void requireKnown(Faults faults, String field, List<String> asked, List<String> there) {
        for (int i = 0; i < asked.size(); i++) {
            if (!there.contains(asked.get(i))) {
                faults.add(field + "[" + i + "]", "unknown", "is not part of this booking");
            }
        }
    }

    private static boolean isPart(List<String> asked, List<String> there) {
        return !asked.isEmpty() && !asked.containsAll(there);
    }
}
