package dev.windrose.flight.schedules;

/** What is to become of flights with bookings when their schedule changes or ends. */
public enum BookedFlights {
    /** Nothing is done at all, and they are named. */
    REFUSE,
    /** They stay as they are, and are named. */
    KEEP;

    /** @throws IllegalArgumentException naming what there is */
    public static BookedFlights of(String text) {
        for (BookedFlights value : values()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("must be one of REFUSE, KEEP");
    }
}
