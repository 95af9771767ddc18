package dev.windrose.flight.flights;

/** Where a flight stands. */
public enum FlightStatus {
    SCHEDULED,
    DELAYED,
    DEPARTED,
    ARRIVED,
    CANCELLED
}
