package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.http.MergePatch;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.catalogue.Airline;
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

/** Airlines: {@code {code, name, accountingCode}}. */
@RestController
@RequestMapping("/api/v1/airlines")
class AirlineController {
    private final Catalogue<Airline> airlines;
    private final MergePatch patches;

    AirlineController(Catalogue<Airline> airlines, MergePatch patches) {
        this.airlines = airlines;
        this.patches = patches;
    }

    /** 201 and the airline; 400 {@code validation_failed}, 409 {@code already_exists}. */
    @PostMapping
    ResponseEntity<Airline> add(@RequestBody AirlineRequest request) {
        Airline airline = request.airline();
        airlines.add(airline);
        return ResponseEntity.created(URI.create("/api/v1/airlines/" + airline.code()))
                .body(airline);
    }

    /** Those that begin with {@code q} in code or name, without case or accents; in the order of their codes. */
    @GetMapping
    Page<Airline> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        return airlines.list(q, Limit.parse(limit), cursor);
    }

    /** 404 {@code airline_not_found}. */
    @GetMapping("/{code}")
    Airline get(@PathVariable String code) {
        return airlines.get(code);
    }

    /** Changes the fields given (RFC 7396) and answers with the whole; the code stays. */
    @PatchMapping("/{code}")
    Airline change(@PathVariable String code, @RequestBody ObjectNode patch) {
        return airlines.change(
                code,
                current -> patches.apply(current, patch, AirlineRequest.class).airline());
    }

    /** 204; 409 {@code in_use} while anything refers to it. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        airlines.remove(code);
    }
}
