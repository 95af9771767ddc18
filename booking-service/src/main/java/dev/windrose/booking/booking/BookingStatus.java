package dev.windrose.booking.booking;

/** A booking's status as callers see it. */
public enum BookingStatus {
    PENDING_PAYMENT,
    CONFIRMED,
    CANCELLED,
    EXPIRED
}
