package dev.windrose.booking.flight;

import java.util.List;

/** flight-service's own look at its counters. */
public record InventoryReport(int flightsChecked, List<Discrepancy> discrepancies) {
    public InventoryReport {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Two figures that should be equal and aren't. @param subject the flight or booking */
    public record Discrepancy(String kind, String subject, String detail) {}
}
