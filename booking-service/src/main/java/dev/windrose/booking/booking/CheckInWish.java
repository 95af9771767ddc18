package dev.windrose.booking.booking;

import java.util.List;

/** Who is to be checked in for which flight. @param passengerIds none stands for everybody on it */
public record CheckInWish(String flightId, List<String> passengerIds) {
    public CheckInWish {
        passengerIds = List.copyOf(passengerIds);
    }

    TravelParty party(Booking booking) {
        return passengerIds.isEmpty()
                ? TravelParty.all(booking, flightId)
                : TravelParty.of(booking, flightId, passengerIds, i -> "passengerIds[" + i + "]");
    }
}
