package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.Faults;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What of a booking is to be cancelled: their crossing; an empty list stands for all. */
public record CancellationRequest(List<String> passengerIds, List<String> flightIds) {
    public CancellationRequest {
        passengerIds = List.copyOf(passengerIds);
        flightIds = List.copyOf(flightIds);
    }

    /**
     * The places that are meant and still booked. Refuses ids that the booking hasn't (400, all of them at once), and a passenger or flight
     * of whose places among these none is left (409).
     */
    List<PassengerFlight> select(Booking booking) {
        Faults faults = new Faults();
        requireKnown(
                faults,
                "passengerIds",
                passengerIds,
                IntStream.rangeClosed(1, booking.passengers().size())
                        .mapToObj(String::valueOf)
                        .toList());
        requireKnown(
                faults,
                "flightIds",
                flightIds,
                booking.segments().stream().map(Segment::flightId).toList());
        faults.throwIfAny();
        List<PassengerFlight> places =
                booking.stillBooked().places().stream().filter(this::means).toList();
        if (places.isEmpty()
                || lacksAny(places, passengerIds, PassengerFlight::passengerId)
                || lacksAny(places, flightIds, PassengerFlight::flightId)) {
            throw BookingConflict.partAlreadyCancelled();
        }
        return places;
    }

    private boolean means(PassengerFlight place) {
        return (passengerIds.isEmpty() || passengerIds.contains(place.passengerId()))
                && (flightIds.isEmpty() || flightIds.contains(place.flightId()));
    }

    private static boolean lacksAny(
            List<PassengerFlight> places, List<String> named, Function<PassengerFlight, String> name) {
        return !places.stream().map(name).toList().containsAll(named);
    }

    private static void requireKnown(Faults faults, String field, List<String> asked, List<String> there) {
        for (int i = 0; i < asked.size(); i++) {
            if (!there.contains(asked.get(i))) {
                faults.add(field + "[" + i + "]", "unknown", "is not part of this booking");
            }
        }
    }
}
