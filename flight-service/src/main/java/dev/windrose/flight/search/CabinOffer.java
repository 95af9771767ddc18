package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;

/** What a cabin of a flight costs, in minor units, and the seats in it. */
record CabinOffer(Cabin cabin, long priceMinor, int capacity, int seatsAvailable) {}
