package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingQueries;
import dev.windrose.booking.itinerary.Itinerary;
import dev.windrose.booking.itinerary.ItineraryCalendar;
import dev.windrose.defaults.security.CurrentUser;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A booking for the calendar of whoever travels. */
@RestController
class ItineraryController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final BookingQueries queries;

    ItineraryController(BookingQueries queries) {
        this.queries = queries;
    }

    /**
     * An event for each flight (RFC 5545), tentative until paid, cancelled when it is; the same {@code UID} with a higher {@code SEQUENCE}
     * after each change.
     *
     * @return 200 {@code text/calendar}; 404 {@code booking_not_found}
     */
    @GetMapping("/api/v1/bookings/{reference}/itinerary.ics")
    ResponseEntity<byte[]> itinerary(CurrentUser user, @PathVariable String reference) {
        return answer(queries.itinerary(user.id(), reference));
    }

    /** The same for notification-service, by the booking's id or its reference: 200, 404 {@code booking_not_found}. */
    @GetMapping("/internal/bookings/{booking}/itinerary.ics")
    ResponseEntity<byte[]> attachment(@PathVariable String booking) {
        return answer(queries.itineraryForMail(booking));
    }

    private static ResponseEntity<byte[]> answer(Itinerary itinerary) {
        byte[] calendar = ItineraryCalendar.of(itinerary).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("windrose-" + itinerary.reference() + ".ics")
                                .build()
                                .toString())
                .body(calendar);
    }
}
