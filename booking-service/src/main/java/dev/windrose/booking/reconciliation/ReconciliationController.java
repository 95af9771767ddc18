package dev.windrose.booking.reconciliation;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation for operators. */
@RestController
class ReconciliationController {
    private final Reconcile reconcile;

    ReconciliationController(Reconcile reconcile) {
        this.reconcile = reconcile;
    }

    /**
     * Compares bookings, payments and seats now. ADMIN only.
     *
     * @return 200 {@code checkedAt}, {@code flightsChecked}, {@code bookingsChecked} and {@code discrepancies} ({@code kind},
     *     {@code subject} = a booking's or flight's id, {@code detail}); 403; 503 while flight-service doesn't answer
     */
    @GetMapping("/api/v1/admin/reconciliation")
    ResponseEntity<ReconciliationReport> reconcile() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reconcile.reconcile());
    }
}
