package dev.windrose.flight.inventory;

/** The counters of a flight's cabin and the price of a seat, in minor units. */
record CabinRow(CabinKey key, long priceMinor, int capacity, int held, int sold) {
    int available() {
        return capacity - held - sold;
    }
}
