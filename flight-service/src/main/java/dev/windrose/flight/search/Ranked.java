package dev.windrose.flight.search;

/** An itinerary with its {@code best} score within its result: 0 (best) to 10,000. */
record Ranked(Itinerary itinerary, int score) {}
