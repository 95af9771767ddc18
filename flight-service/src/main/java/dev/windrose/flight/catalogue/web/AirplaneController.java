package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.http.MergePatch;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.catalogue.Airplane;
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

/** Airplanes: {@code {registration, model, capacity, cabins}}; see {@link dev.windrose.flight.catalogue.CabinLayout}. */
@RestController
@RequestMapping("/api/v1/airplanes")
class AirplaneController {
    private final Catalogue<Airplane> airplanes;
    private final MergePatch patches;

    AirplaneController(Catalogue<Airplane> airplanes, MergePatch patches) {
        this.airplanes = airplanes;
        this.patches = patches;
    }

    /** 201 and the airplane; 400 {@code validation_failed}, 409 {@code already_exists}. */
    @PostMapping
    ResponseEntity<Airplane> add(@RequestBody AirplaneRequest request) {
        Airplane airplane = request.airplane();
        airplanes.add(airplane);
        return ResponseEntity.created(URI.create("/api/v1/airplanes/" + airplane.registration()))
                .body(airplane);
    }

    /** Those that begin with {@code q} in registration or model, without case or accents; in the order of their registrations. */
    @GetMapping
    Page<Airplane> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        return airplanes.list(q, Limit.parse(limit), cursor);
    }

    /** 404 {@code airplane_not_found}. */
    @GetMapping("/{registration}")
    Airplane get(@PathVariable String registration) {
        return airplanes.get(registration);
    }

    /** Changes the fields given (RFC 7396) and answers with the whole; the registration stays, and while flights lie ahead the cabins, which are replaced as a whole: 409 {@code in_use}. */
    @PatchMapping("/{registration}")
    Airplane change(@PathVariable String registration, @RequestBody ObjectNode patch) {
        return airplanes.change(
                registration,
                current -> patches.apply(current, patch, AirplaneRequest.class).airplane());
    }

    /** 204; 409 {@code in_use} while anything refers to it. */
    @DeleteMapping("/{registration}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String registration) {
        airplanes.remove(registration);
    }
}
