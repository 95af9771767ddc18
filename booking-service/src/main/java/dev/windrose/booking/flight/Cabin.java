package dev.windrose.booking.flight;

/** The cabins of an airplane. */
public enum Cabin {
    ECONOMY,
    PREMIUM_ECONOMY,
    BUSINESS,
    FIRST
}
