package dev.windrose.defaults.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.windrose.defaults.tracing.RequestIds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The document of RFC 9457 with {@code code}, {@code requestId} and, for validation, {@code errors}. */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        @Nullable List<FieldFault> errors,
        @JsonAnyGetter Map<String, Object> properties) {

    /** Where the codes are explained: a path of the product, so that it works wherever the product runs. */
    private static final String TYPE_BASE = "/docs/problems#";

    static ProblemBody of(ProblemException problem, String instance) {
        return new ProblemBody(
                TYPE_BASE + problem.code(),
                problem.status().getReasonPhrase(),
                problem.status().value(),
                problem.detail(),
                instance,
                problem.code(),
                RequestIds.current(),
                problem.faults().isEmpty() ? null : problem.faults(),
                problem.properties());
    }

    static ProblemException plain(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, detail);
    }
}
