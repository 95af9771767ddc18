package dev.windrose.flight.inventory.web;

import dev.windrose.flight.inventory.InventoryCheck;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inventory's own accounts, for the reconciler. */
@RestController
class InternalInventoryController {
    private final InventoryCheck check;

    InternalInventoryController(InventoryCheck check) {
        this.check = check;
    }

    /** 200 {@code {checkedAt, flightsChecked, discrepancies:[{kind,subject,detail}]}}, computed now. */
    @GetMapping("/internal/inventory/discrepancies")
    InventoryCheck.Report discrepancies() {
        return check.check();
    }
}
