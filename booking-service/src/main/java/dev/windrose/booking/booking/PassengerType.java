package dev.windrose.booking.booking;

/** Whether a passenger is grown up. */
public enum PassengerType {
    ADULT,
    CHILD
}
