package dev.windrose.defaults.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a request before it is refused, so that a caller mends them all at once. */
public final class Faults {
    private final List<FieldFault> found = new ArrayList<>();

    public void add(String field, String code, String message) {
        found.add(new FieldFault(field, code, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldFault> all() {
        return List.copyOf(found);
    }

    /**
     * The value made from a text, or null with the fault noted: {@code required} if the text is missing, {@code invalid} with the
     * message of the {@link IllegalArgumentException} if it can't be made.
     */
    public <T> @Nullable T required(String field, @Nullable String text, Function<String, T> make) {
        if (text == null || text.isBlank()) {
            add(field, "required", "is required");
            return null;
        }
        return parse(field, text, make);
    }

    /** As {@link #required}, but a missing text is no fault. */
    public <T> @Nullable T optional(String field, @Nullable String text, Function<String, T> make) {
        return text == null ? null : parse(field, text, make);
    }

    /** A text of 1 to {@code max} characters without control characters, trimmed; null and a fault otherwise. */
    public @Nullable String text(String field, @Nullable String text, int max) {
        return required(field, text, t -> plainText(t, max));
    }

    /** Throws {@link ValidationFailed} if anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ValidationFailed(found);
        }
    }

    private <T> @Nullable T parse(String field, String text, Function<String, T> make) {
        try {
            return make.apply(text);
        } catch (IllegalArgumentException e) {
            add(field, "invalid", e.getMessage() == null ? "is invalid" : e.getMessage());
            return null;
        }
    }

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private static String plainText(String text, int max) {
        String trimmed = text.strip();
        if (trimmed.codePointCount(0, trimmed.length()) > max) {
            throw new IllegalArgumentException("must have at most " + max + " characters");
        }
        if (CONTROL.matcher(trimmed).find()) {
            throw new IllegalArgumentException("must not hold control characters");
        }
        return trimmed;
    }
}
