package dev.windrose.booking.booking;

/** Why a place on a flight gives back what it does. */
public enum RefundReason {
    /** The time left to the departure. */
    TIME_LEFT,
    /** The airline doesn't fly it. */
    FLIGHT_CANCELLED,
    /** It leaves more than three hours after its first schedule. */
    FLIGHT_DELAYED,
    /** It is gone. */
    FLIGHT_DEPARTED,
    /** Nothing was paid for it. */
    NOT_PAID
}
