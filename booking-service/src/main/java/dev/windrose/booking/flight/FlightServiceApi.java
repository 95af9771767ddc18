package dev.windrose.booking.flight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** flight-service's internal endpoints, see contracts/README.md. Never called inside a transaction. */
@HttpExchange("/internal")
interface FlightServiceApi {
    @PutExchange("/holds/{bookingId}")
    Hold hold(@PathVariable String bookingId, @RequestBody HoldRequest request);

    @PutExchange("/holds/{bookingId}/confirm")
    Hold confirm(@PathVariable String bookingId);

    @PutExchange("/holds/{bookingId}/seats")
    SeatAssignments seats(@PathVariable String bookingId, @RequestBody SeatsRequest request);

    @DeleteExchange("/holds/{bookingId}")
    void release(@PathVariable String bookingId);

    @PutExchange("/holds/{bookingId}/releases/{releaseId}")
    void releasePart(
            @PathVariable String bookingId, @PathVariable String releaseId, @RequestBody List<ReleasedPart> parts);

    @GetExchange("/holds")
    HoldPage holds(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    @GetExchange("/inventory/discrepancies")
    InventoryReport discrepancies();
}
