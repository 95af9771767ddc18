package dev.windrose.flight.inventory;

/** A hold's seats on one flight, as stored. */
record SegmentRow(String bookingId, CabinKey cabin, int qty, long priceMinor, String currency, HoldState state) {}
