package dev.windrose.flight.seats;

import dev.windrose.flight.catalogue.Cabin;

/** Somebody's seat on a flight. */
public record TakenSeat(String number, Cabin cabin, String bookingId, String passengerId, SeatState state) {

    TakenSeat movedTo(Seat other) {
        return new TakenSeat(other.number(), cabin, bookingId, passengerId, state);
    }
}
