package dev.windrose.flight.inventory;

/** Between the reading of an offer and the locks the flight was changed: rolls back, and everything begins anew. */
final class OfferStale extends RuntimeException {
    OfferStale() {
        super("the flight was changed meanwhile", null, false, false);
    }
}
