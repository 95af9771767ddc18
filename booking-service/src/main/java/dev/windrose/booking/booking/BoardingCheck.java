package dev.windrose.booking.booking;

import org.jspecify.annotations.Nullable;

/**
 * What the gate is told of a boarding pass.
 *
 * @param flightId of the flight that the pass is for; null if it isn't one of ours
 * @param boardedAt when its passenger boarded, UTC; null if he didn't
 */
public record BoardingCheck(
        Result result,
        @Nullable String reference,
        @Nullable String flightId,
        @Nullable PassengerName passenger,
        @Nullable String seat,
        @Nullable Integer sequence,
        @Nullable String boardedAt) {

    /** What is to be done with the passenger. */
    public enum Result {
        /** Let him board. */
        VALID,
        /** It was good once: the check-in was undone, the place cancelled, or there is a newer pass with another seat. */
        REVOKED,
        WRONG_FLIGHT,
        /** Somebody has boarded with it. */
        ALREADY_BOARDED,
        /** No booking of ours. */
        UNKNOWN
    }

    /** Who travels on it. */
    public record PassengerName(String id, String firstName, String lastName) {}

    static BoardingCheck unknown() {
        return new BoardingCheck(Result.UNKNOWN, null, null, null, null, null, null);
    }

    /** Of a pass that isn't good here, with the flight it is for. */
    static BoardingCheck refused(Result result, Booking booking, String flightId) {
        return new BoardingCheck(result, booking.reference(), flightId, null, null, null, null);
    }

    static BoardingCheck of(Result result, Booking booking, PassengerFlight place) {
        Passenger passenger = booking.passengers().get(place.passenger() - 1);
        return new BoardingCheck(
                result,
                booking.reference(),
                place.flightId(),
                new PassengerName(place.passengerId(), passenger.firstName(), passenger.lastName()),
                place.seat(),
                place.sequence(),
                place.boardedAt() == null ? null : Timestamps.text(place.boardedAt()));
    }
}
