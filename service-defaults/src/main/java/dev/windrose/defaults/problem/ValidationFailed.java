package dev.windrose.defaults.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** 400 {@code validation_failed}: the request was understood and is wrong; every fault is named at once. */
public final class ValidationFailed extends ProblemException {
    private final transient List<FieldFault> faults;

    public ValidationFailed(List<FieldFault> faults) {
        super(HttpStatus.BAD_REQUEST, "validation_failed", summary(faults));
        this.faults = List.copyOf(faults);
    }

    public static ValidationFailed of(String field, String code, String message) {
        return new ValidationFailed(List.of(new FieldFault(field, code, message)));
    }

    @Override
    public List<FieldFault> faults() {
        return faults;
    }

    private static String summary(List<FieldFault> faults) {
        return faults.size() == 1
                ? faults.get(0).field() + ": " + faults.get(0).message()
                : faults.size() + " faults, see errors";
    }
}
