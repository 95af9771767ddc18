package dev.windrose.flight.flights;

/** Where a flight stands. */
public enum FlightStatus {
    SCHEDULED,
    DELAYED,
    DEPARTED,
    ARRIVED,
    CANCELLED;

    /** Whether there is a way from here to {@code next}. */
    boolean mayBecome(FlightStatus next) {
        return switch (this) {
            case SCHEDULED, DELAYED -> next == DELAYED || next == DEPARTED || next == CANCELLED;
            case DEPARTED -> next == ARRIVED;
            case ARRIVED, CANCELLED -> false;
        };
    }

    /** Whether it is still to be flown, so that its times and its airplane may change. */
    boolean isAhead() {
        return this == SCHEDULED || this == DELAYED;
    }
}
