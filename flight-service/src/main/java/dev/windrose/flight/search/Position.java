package dev.windrose.flight.search;

/** The place in a result up to which it was shown: the last one's key, what breaks ties, and its flights' ids, 0 for none. */
public record Position(
        long key, long priceMinor, long durationMillis, long departsAt, long firstId, long secondId, long thirdId) {}
