package dev.windrose.defaults.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns problems into HTTP answers: as an entity inside MVC, written out by hand in filters before it. */
public final class Problems {
    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    /** The answer for a controller or an exception handler. */
    public static ResponseEntity<ProblemBody> entity(ProblemException problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds(wait));
        }
        return new ResponseEntity<>(ProblemBody.of(problem, request.getRequestURI()), headers, problem.status());
    }

    /** Writes the answer where no controller will: filters, security, error pages. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ResponseEntity<ProblemBody> entity = entity(problem, request);
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = json.writeValueAsBytes(entity.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The document alone, to be stored and given again. @param instance the path of the request */
    public String document(ProblemException problem, String instance) {
        return json.writeValueAsString(ProblemBody.of(problem, instance));
    }

    /** 503: a part that is needed doesn't answer; nothing is known to have happened. */
    public static ProblemException unavailable() {
        return unavailable(Duration.ofSeconds(1));
    }

    /** 503 with the time after which trying again makes sense. */
    public static ProblemException unavailable(Duration retryAfter) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service_unavailable",
                        "Not available just now, please try again.")
                .retryAfter(retryAfter);
    }

    /** 404 for a path that no endpoint serves. */
    public static ProblemException unknownPath() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not_found", "There is nothing at this address.");
    }

    /** 400 for what can't be read as the request it should be. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed_request", detail);
    }

    /** 413: more than this endpoint takes. */
    public static ProblemException tooLarge(String limit) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", "The body is larger than " + limit + ".");
    }

    /** 400 for JSON that doesn't fit the request asked for, with the field where Jackson knows it. */
    public static ProblemException unreadable(@Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof ProblemException problem) {
                return problem;
            }
        }
        String field = fieldOf(cause);
        return field == null
                ? malformed("The body is not the JSON that is asked for here.")
                : ValidationFailed.of(field, "invalid", "has not the JSON type asked for");
    }

    private static @Nullable String fieldOf(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json) || json.getPath().isEmpty()) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
