package dev.windrose.booking.booking;

import java.util.List;

/** What of a booking is not cancelled: places of passengers on flights. */
record StillBooked(List<Segment> allSegments, List<PassengerFlight> places) {
    static StillBooked of(List<Segment> segments, List<PassengerFlight> places) {
        return new StillBooked(
                segments, places.stream().filter(place -> !place.isCancelled()).toList());
    }

    boolean isNothing() {
        return places.isEmpty();
    }

    /** The flights on which anybody has a place, in the booking's order. */
    List<Segment> segments() {
        return allSegments.stream()
                .filter(segment -> places.stream().anyMatch(place -> place.isOn(segment)))
                .toList();
    }

    /** The passengers who have a place anywhere, by their numbers from 1. */
    List<Integer> passengers() {
        return places.stream().map(PassengerFlight::passenger).distinct().toList();
    }

    /** The ids of those who have a place on the flight. */
    List<String> passengersOn(Segment segment) {
        return places.stream()
                .filter(place -> place.isOn(segment))
                .map(PassengerFlight::passengerId)
                .toList();
    }

    long priceMinor() {
        return places.stream().mapToLong(PassengerFlight::priceMinor).sum();
    }
}
