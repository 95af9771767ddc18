package dev.windrose.defaults.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal that the caller is told of: status, stable code, a sentence, and what else helps. Named subclasses say which. */
public class ProblemException extends RuntimeException {
    private final transient HttpStatus status;
    private final String code;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    /** @param code stable, snake_case: clients branch on it. @param detail one sentence for a person, nothing of the inside */
    public ProblemException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** Adds a member to the problem document. */
    public final ProblemException with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** Adds {@code Retry-After}, in whole seconds, rounded up. */
    public final ProblemException retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public final HttpStatus status() {
        return status;
    }

    public final String code() {
        return code;
    }

    public final String detail() {
        return String.valueOf(getMessage());
    }

    public final Map<String, Object> properties() {
        return Collections.unmodifiableMap(properties);
    }

    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The faults of a validation, empty for other problems. */
    public List<FieldFault> faults() {
        return List.of();
    }

    /** A refusal is an answer, not an accident: no stack trace, which is most of an exception's cost. */
    @Override
    public final synchronized Throwable fillInStackTrace() {
        return this;
    }
}
