package dev.windrose.flight.inventory;

import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.changes.OfferChange.Offered;

/** The counters of a flight's cabin and the price of a seat, in minor units. */
record CabinRow(CabinKey key, long priceMinor, int capacity, int held, int sold) {
    int available() {
        return capacity - held - sold;
    }

    /** This row before seats were counted. */
    CabinRow before(Cabins.Move move) {
        return new CabinRow(key, priceMinor, capacity, held - move.held(), sold - move.sold());
    }

    /** What searches must know if so many seats were taken from, or with a negative number given back to, this row as it was before. */
    OfferChange whenTaken(int seats) {
        return new OfferChange(
                key.flightId(),
                key.cabin(),
                new Offered(priceMinor, available()),
                new Offered(priceMinor, available() - seats));
    }
}
