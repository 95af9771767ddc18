package dev.windrose.flight.seats;

import dev.windrose.flight.catalogue.Cabin;

/** Somebody's seat on a flight. @param child whether a child's, which mustn't be in an exit row */
public record TakenSeat(
        String number, Cabin cabin, String bookingId, String passengerId, boolean child, SeatState state) {

    TakenSeat movedTo(Seat other) {
        return new TakenSeat(other.number(), cabin, bookingId, passengerId, child, state);
    }
}
