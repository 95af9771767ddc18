package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookSeats;
import dev.windrose.booking.booking.BookingPeriod;
import dev.windrose.booking.booking.BookingQueries;
import dev.windrose.booking.booking.BookingSettings;
import dev.windrose.booking.booking.BookingStatus;
import dev.windrose.booking.booking.BookingView;
import dev.windrose.booking.booking.Customer;
import dev.windrose.booking.booking.NewBooking;
import dev.windrose.defaults.http.Admission;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A customer's own bookings. */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingController {
    private static final String PATH = "/api/v1/bookings";

    private final BookSeats bookSeats;
    private final BookingQueries queries;
    private final JsonMapper json;
    private final Clock clock;
    private final Admission admission;

    BookingController(
            BookSeats bookSeats, BookingQueries queries, JsonMapper json, Clock clock, BookingSettings settings) {
        this.bookSeats = bookSeats;
        this.queries = queries;
        this.json = json;
        this.clock = clock;
        this.admission = new Admission(settings.concurrentBookings(), settings.patience());
    }

    /**
     * Books seats for a party on 1 to 6 flights, all or none, and fixes the price until {@code paymentDueAt}.
     *
     * @return 201 with {@code Location}. 400 {@code validation_failed}; 404 {@code flight_not_found}; 409 {@code insufficient_seats}
     *     with {@code available}, {@code price_changed} with {@code currentTotal}, {@code flight_closed}, {@code too_many_open_bookings},
     *     {@code idempotency_in_flight}; 422 {@code idempotency_conflict}; 503 if it isn't known whether seats are held: repeat it with
     *     the same key
     */
    @PostMapping
    ResponseEntity<String> book(
            CurrentUser user,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody BookSeatsRequest request) {
        long cameAt = System.nanoTime();
        IdempotencyKey key = IdempotencyKey.of(user.id(), idempotencyKey, PATH, json.writeValueAsString(request));
        NewBooking wish = request.toNewBooking(LocalDate.now(clock));
        return admission.admit(
                () -> bookSeats.book(Customer.of(user), wish, key, cameAt).toResponse());
    }

    /**
     * The caller's bookings.
     *
     * @param period {@code upcoming}, {@code past} or {@code all} (the default)
     * @param status comma list of statuses, all if absent
     * @param limit 1 to 100, 20 if absent
     * @return 200 with a page; 400 for what isn't a period, status, limit or cursor
     */
    @GetMapping
    ResponseEntity<Page<BookingView>> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Faults faults = new Faults();
        BookingPeriod shown = Choices.period(faults, period);
        Set<BookingStatus> statuses = Choices.statuses(faults, status);
        faults.throwIfAny();
        var filter = new BookingQueries.Filter(user.id(), shown, statuses);
        return personal(queries.list(filter, Limit.parse(limit), cursor));
    }

    /** One booking: 200, or 404 {@code booking_not_found}, also for somebody else's. */
    @GetMapping("/{reference}")
    ResponseEntity<BookingView> get(CurrentUser user, @PathVariable String reference) {
        return personal(queries.get(user.id(), reference));
    }

    static <T> ResponseEntity<T> personal(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
