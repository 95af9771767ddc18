package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.http.MergePatch;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.catalogue.Catalogue;
import dev.windrose.flight.catalogue.City;
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

/** Cities: {@code {code, name, country, timeZone}}. */
@RestController
@RequestMapping("/api/v1/cities")
class CityController {
    private final Catalogue<City> cities;
    private final MergePatch patches;

    CityController(Catalogue<City> cities, MergePatch patches) {
        this.cities = cities;
        this.patches = patches;
    }

    /** 201 and the city; 400 {@code validation_failed}, 409 {@code already_exists}. */
    @PostMapping
    ResponseEntity<City> add(@RequestBody CityRequest request) {
        City city = request.city();
        cities.add(city);
        return ResponseEntity.created(URI.create("/api/v1/cities/" + city.code()))
                .body(city);
    }

    /** Those that begin with {@code q} in code or name, without case or accents; in the order of their codes. */
    @GetMapping
    Page<City> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        return cities.list(q, Limit.parse(limit), cursor);
    }

    /** 404 {@code city_not_found}. */
    @GetMapping("/{code}")
    City get(@PathVariable String code) {
        return cities.get(code);
    }

    /** Changes the fields given (RFC 7396) and answers with the whole; the code stays. */
    @PatchMapping("/{code}")
    City change(@PathVariable String code, @RequestBody ObjectNode patch) {
        return cities.change(
                code,
                current -> patches.apply(current, patch, CityRequest.class).city());
    }

    /** 204; 409 {@code in_use} while anything refers to it. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        cities.remove(code);
    }
}
