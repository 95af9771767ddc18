package dev.windrose.flight.seats;

/** How firmly somebody has a seat: as long as the booking is unpaid it is HELD, then ASSIGNED. */
public enum SeatState {
    HELD,
    ASSIGNED
}
