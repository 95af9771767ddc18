package dev.windrose.flight.seats;

/** A passenger who sits elsewhere from now on. */
public record SeatMove(TakenSeat from, TakenSeat to) {}
