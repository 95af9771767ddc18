package dev.windrose.flight.inventory;

/** A hold's seats on one flight, as stored. */
record SegmentRow(String bookingId, CabinKey cabin, int qty, long priceMinor, String currency, HoldState state) {
    SegmentRow withQty(int other) {
        return new SegmentRow(bookingId, cabin, other, priceMinor, currency, state);
    }
}
