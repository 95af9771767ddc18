package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.http.MergePatch;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.catalogue.Airport;
import dev.windrose.flight.catalogue.Catalogue;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Airports: {@code {code, name, cityCode, latitude, longitude, timeZone}}; degrees, WGS 84. */
@RestController
@RequestMapping("/api/v1/airports")
class AirportController {
    private final Catalogue<Airport> airports;
    private final MergePatch patches;

    AirportController(Catalogue<Airport> airports, MergePatch patches) {
        this.airports = airports;
        this.patches = patches;
    }

    /** 201 and the airport; 400 {@code validation_failed}, 409 {@code already_exists}. */
    @PostMapping
    ResponseEntity<Airport> add(@RequestBody AirportRequest request) {
        Airport airport = request.airport();
        airports.add(airport);
        return ResponseEntity.created(URI.create("/api/v1/airports/" + airport.code()))
                .body(airport);
    }

    /** Those that begin with {@code q} in code, name or city, without case or accents; in the order of their codes. */
    @GetMapping
    Page<Airport> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        return airports.list(q, Limit.parse(limit), cursor);
    }

    /** 404 {@code airport_not_found}. */
    @GetMapping("/{code}")
    Airport get(@PathVariable String code) {
        return airports.get(code);
    }

    /** Changes the fields given (RFC 7396) and answers with the whole; the code stays, and while flights use it the zone: 409 {@code in_use}. */
    @PatchMapping("/{code}")
    Airport change(@PathVariable String code, @RequestBody ObjectNode patch) {
        return airports.change(
                code,
                current -> patches.apply(current, patch, AirportRequest.class).airport());
    }

    /** 204; 409 {@code in_use} while anything refers to it. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        airports.remove(code);
    }
}
