package dev.windrose.booking.reconciliation;

import dev.windrose.booking.flight.InventoryReport.Discrepancy;
import java.time.Instant;
import java.util.List;

/** What a comparison of bookings, payments and seats found. @param checkedAt UTC */
public record ReconciliationReport(
        Instant checkedAt, int flightsChecked, int bookingsChecked, List<Discrepancy> discrepancies) {
    public ReconciliationReport {
        discrepancies = List.copyOf(discrepancies);
    }
}
