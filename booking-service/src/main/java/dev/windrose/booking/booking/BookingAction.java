package dev.windrose.booking.booking;

/** What a caller can do with a booking at this moment. */
public enum BookingAction {
    PAY,
    CANCEL,
    SELECT_SEAT,
    CHECK_IN,
    REVIEW
}
