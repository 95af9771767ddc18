package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.ValidationFailed;
import org.springframework.http.HttpStatus;

/** Why something well-formed can't be stored: a reference to nothing, or a conflict with what is there. */
public record Refusal(String field, String code, String message) {
    public static final String UNKNOWN = "unknown";

    /** The field names something the catalogue doesn't have. */
    public static Refusal unknown(String field, String noun) {
        return new Refusal(field, UNKNOWN, "is no known " + noun);
    }

    public static Refusal inUse(String field, String message) {
        return new Refusal(field, "in_use", message);
    }

    /** The same as an answer: 400 for an unknown reference, 409 for a conflict. */
    public ProblemException problem() {
        return code.equals(UNKNOWN)
                ? ValidationFailed.of(field, code, message)
                : new ProblemException(HttpStatus.CONFLICT, code, field + ": " + message);
    }
}
