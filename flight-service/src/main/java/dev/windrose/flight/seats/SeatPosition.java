package dev.windrose.flight.seats;

/** Where in its row a seat is. At the hull WINDOW wins, whatever else it is next to. */
public enum SeatPosition {
    WINDOW,
    MIDDLE,
    AISLE
}
