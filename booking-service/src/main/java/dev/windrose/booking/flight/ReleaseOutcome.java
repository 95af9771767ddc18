package dev.windrose.booking.flight;

/** What came of asking flight-service to free seats. */
public enum ReleaseOutcome {
    DONE,
    /** It understood and won't: a fault in one of the two services, which no repeat mends. */
    REFUSED,
    /** No answer that can be trusted: ask again. */
    UNKNOWN
}
