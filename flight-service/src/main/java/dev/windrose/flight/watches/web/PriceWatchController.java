package dev.windrose.flight.watches.web;

import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.flight.watches.CreatePriceWatch;
import dev.windrose.flight.watches.DeletePriceWatch;
import dev.windrose.flight.watches.PriceWatchQueries;
import dev.windrose.flight.watches.PriceWatchView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A user's own price watches. */
@RestController
@RequestMapping(CreatePriceWatch.PATH)
class PriceWatchController {
    private final CreatePriceWatch create;
    private final DeletePriceWatch delete;
    private final PriceWatchQueries queries;
    private final JsonMapper json;

    PriceWatchController(CreatePriceWatch create, DeletePriceWatch delete, PriceWatchQueries queries, JsonMapper json) {
        this.create = create;
        this.delete = delete;
        this.queries = queries;
        this.json = json;
    }

    /**
     * Watches the lowest price of a day's journeys, as a search with its defaults finds it, or that of a flight.
     *
     * @return 201 with {@code Location} and {@link PriceWatchView}. 400 {@code validation_failed}; 404 {@code flight_not_found}; 409
     *     {@code too_many_price_watches}; 422 {@code idempotency_conflict}
     */
    @PostMapping
    ResponseEntity<String> create(
            CurrentUser user,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody PriceWatchRequest request) {
        IdempotencyKey key =
                IdempotencyKey.of(user.id(), idempotencyKey, CreatePriceWatch.PATH, json.writeValueAsString(request));
        CreatePriceWatch.Reply reply = create.create(user, request.draft(), key);
        return reply.answer().toResponse(reply.replayed());
    }

    /** The caller's, newest first. @param limit 1 to 100, 20 if absent */
    @GetMapping
    ResponseEntity<Page<PriceWatchView>> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return personal(queries.list(user.id(), Limit.parse(limit), cursor));
    }

    /** One of the caller's: 200, or 404 {@code price_watch_not_found}, also for somebody else's. */
    @GetMapping("/{id}")
    ResponseEntity<PriceWatchView> get(CurrentUser user, @PathVariable String id) {
        return personal(queries.get(user.id(), id));
    }

    /** 204, or 404 {@code price_watch_not_found}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable String id) {
        delete.delete(user.id(), id);
    }

    private static <T> ResponseEntity<T> personal(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
