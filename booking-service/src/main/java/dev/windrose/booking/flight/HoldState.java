package dev.windrose.booking.flight;

/** What has become of a hold; a tombstone refuses one that was never there. */
public enum HoldState {
    HELD,
    SOLD,
    RELEASED,
    TOMBSTONE
}
