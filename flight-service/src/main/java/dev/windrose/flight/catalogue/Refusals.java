package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.ValidationFailed;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why something well-formed can't be stored: a reference to nothing, or a conflict with what is there. */
public final class Refusals {
    private static final String UNKNOWN = "unknown";

    private Refusals() {}

    /** The field names something the catalogue doesn't have. */
    public static FieldFault unknown(String field, String noun) {
        return new FieldFault(field, UNKNOWN, "is no known " + noun);
    }

    public static FieldFault inUse(String field, String message) {
        return new FieldFault(field, "in_use", message);
    }

    /** The same as an answer: 400 for an unknown reference, 409 for a conflict. */
    static ProblemException problem(FieldFault refusal) {
        return refusal.code().equals(UNKNOWN)
                ? new ValidationFailed(List.of(refusal))
                : new ProblemException(
                        HttpStatus.CONFLICT, refusal.code(), refusal.field() + ": " + refusal.message() + ".");
    }
}
