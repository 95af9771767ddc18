package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Passengers of a booking with their places on one of its flights, none of them cancelled. */
record TravelParty(Booking booking, Segment segment, List<PassengerFlight> places) {

    /** Everybody who is still booked on the flight; 404 for a flight that isn't the booking's, 409 if nobody is. */
    static TravelParty all(Booking booking, String flightId) {
        Segment segment = segment(booking, flightId);
        List<PassengerFlight> places = booking.stillBooked().places().stream()
                .filter(place -> place.isOn(segment))
                .toList();
        if (places.isEmpty()) {
            throw BookingConflict.alreadyCancelled();
        }
        return new TravelParty(booking, segment, places);
    }

    /** These; 400 for ids that are none of the booking's, named by {@code field}; 409 if the place of one is cancelled. */
    static TravelParty of(Booking booking, String flightId, List<String> passengerIds, IntFunction<String> field) {
        Segment segment = segment(booking, flightId);
        List<PassengerFlight> places = new ArrayList<>();
        Faults faults = new Faults();
        for (int i = 0; i < passengerIds.size(); i++) {
            String id = passengerIds.get(i);
            String name = field.apply(i);
            booking.passengerFlights().stream()
                    .filter(place -> place.isOn(segment) && place.passengerId().equals(id))
                    .findFirst()
                    .ifPresentOrElse(places::add, () -> faults.add(name, "unknown", "is no passenger of this booking"));
        }
        faults.throwIfAny();
        if (places.stream().anyMatch(PassengerFlight::isCancelled)) {
            throw BookingConflict.alreadyCancelled();
        }
        return new TravelParty(booking, segment, places.stream().distinct().toList());
    }

    private static Segment segment(Booking booking, String flightId) {
        return booking.segments().stream()
                .filter(segment -> segment.flightId().equals(flightId))
                .findFirst()
                .orElseThrow(FlightNotBooked::new);
    }

    boolean isCheckedIn() {
        return places.stream().allMatch(PassengerFlight::isCheckedIn);
    }

    boolean isChild(PassengerFlight place) {
        return booking.passengers().get(place.passenger() - 1).type() == PassengerType.CHILD;
    }
}
