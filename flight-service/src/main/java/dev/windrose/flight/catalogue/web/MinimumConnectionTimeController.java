package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.MinimumConnectionTimes;
import dev.windrose.flight.catalogue.MinimumConnectionTimes.MinimumConnectionTime;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least time between two flights at an airport, {@code {minimumConnectionTime: "PT45M", usual: false}}; 404 {@code airport_not_found}. */
@RestController
@RequestMapping("/api/v1/airports/{code}/minimum-connection-time")
class MinimumConnectionTimeController {
    private final MinimumConnectionTimes times;

    MinimumConnectionTimeController(MinimumConnectionTimes times) {
        this.times = times;
    }

    record Request(@Nullable String minimumConnectionTime) {
        Duration time() {
            Faults faults = new Faults();
            Duration time = faults.required("minimumConnectionTime", minimumConnectionTime, Request::parse);
            faults.throwIfAny();
            return time == null ? Duration.ZERO : time;
        }

        private static Duration parse(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("must be an ISO 8601 duration like PT45M", e);
            }
        }
    }

    @GetMapping
    MinimumConnectionTime get(@PathVariable String code) {
        return times.get(code);
    }

    /** {@code {minimumConnectionTime: "PT45M"}}: from now on searches join flights at least so far apart. 400 unless from PT1M to PT6H. */
    @PutMapping
    MinimumConnectionTime set(@PathVariable String code, @RequestBody Request request) {
        return times.set(code, request.time());
    }

    /** Back to the usual hour. */
    @DeleteMapping
    MinimumConnectionTime reset(@PathVariable String code) {
        return times.set(code, null);
    }
}
