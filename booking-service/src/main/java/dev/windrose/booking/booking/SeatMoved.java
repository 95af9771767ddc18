package dev.windrose.booking.booking;

import org.jspecify.annotations.Nullable;

/** A passenger who sits elsewhere now. @param previousSeat null if he had none */
record SeatMoved(PassengerFlight place, @Nullable String previousSeat) {}
