package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.OfferChange.Offered;

/** A cabin's row: what a seat costs, in minor units, and how many there are. */
record CabinOffer(Cabin cabin, long priceMinor, int capacity, int seatsAvailable) {
    Offered offered() {
        return new Offered(priceMinor, seatsAvailable);
    }
}
