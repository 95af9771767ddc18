package dev.windrose.booking.flight;

import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.ValidationFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads flight-service's refusals, to be passed to the caller as they are. Only those of the contract count as such. */
@Component
class Refusals {
    private static final String VALIDATION_FAILED = "validation_failed";
    private static final Map<String, HttpStatus> KNOWN = Map.of(
            VALIDATION_FAILED,
            HttpStatus.BAD_REQUEST,
            "flight_not_found",
            HttpStatus.NOT_FOUND,
            "insufficient_seats",
            HttpStatus.CONFLICT,
            "price_changed",
            HttpStatus.CONFLICT,
            "flight_closed",
            HttpStatus.CONFLICT,
            "seat_taken",
            HttpStatus.CONFLICT,
            "no_suitable_seat",
            HttpStatus.CONFLICT);
    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "code", "requestId", "errors");

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** The refusal, or empty if the answer isn't one (a proxy's error page, a 401 between services, a 5xx). */
    Optional<ProblemException> read(RestClientResponseException answer) {
        try {
            JsonNode document = json.readTree(answer.getResponseBodyAsString());
            String code = document.path("code").asString("");
            HttpStatus status = KNOWN.get(code);
            if (status == null || status.value() != answer.getStatusCode().value()) {
                return Optional.empty();
            }
            return Optional.of(
                    code.equals(VALIDATION_FAILED)
                            ? new ValidationFailed(faults(document))
                            : problem(status, code, document));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private ProblemException problem(HttpStatus status, String code, JsonNode document) {
        ProblemException problem =
                new ProblemException(status, code, document.path("detail").asString("The flight can't be booked so."));
        document.properties().stream()
                .filter(member -> !STANDARD.contains(member.getKey()))
                .forEach(member -> problem.with(member.getKey(), member.getValue()));
        return problem;
    }

    private static List<FieldFault> faults(JsonNode document) {
        List<FieldFault> faults = new ArrayList<>();
        document.path("errors")
                .forEach(fault -> faults.add(new FieldFault(
                        fault.path("field").asString(""),
                        fault.path("code").asString(""),
                        fault.path("message").asString(""))));
        return faults.isEmpty() ? List.of(new FieldFault("segments", "invalid", "can't be booked so")) : faults;
    }
}
