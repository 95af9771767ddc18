package dev.windrose.flight.imports;

/** What can be imported. */
public enum ImportKind {
    CITIES,
    AIRPORTS,
    AIRLINES,
    AIRPLANES,
    FLIGHTS
}
