package dev.windrose.booking.booking;

import dev.windrose.booking.flight.SeatAssignments;
import dev.windrose.booking.flight.SeatAssignments.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes in where the passengers of a locked booking sit; says who sits elsewhere now. */
final class Seating {
    private Seating() {}

    /** All seats of the booking on a flight: who isn't named has none. */
    static List<SeatMoved> take(Booking booking, SeatAssignments seats) {
        Map<String, String> numbers =
                seats.assignments().stream().collect(Collectors.toMap(Assignment::passengerId, Assignment::seat));
        return booking.passengerFlights().stream()
                .filter(place -> place.flightId().equals(seats.flightId()))
                .flatMap(place -> place.sit(numbers.get(place.passengerId()), seats.version()).stream())
                .toList();
    }

    /** The airline has seated somebody elsewhere. */
    static Optional<SeatMoved> take(Booking booking, String flightId, SeatNews news) {
        return booking.passengerFlights().stream()
                .filter(place ->
                        place.flightId().equals(flightId) && place.passengerId().equals(news.passengerId()))
                .findFirst()
                .flatMap(place -> place.sit(
                        news.seat(), news.seatsVersion() == null ? place.seatsVersion() + 1 : news.seatsVersion()));
    }
}
