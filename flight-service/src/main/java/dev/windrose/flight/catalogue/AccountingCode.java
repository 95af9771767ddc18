package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The three digits ticket numbers of an airline begin with; not unique, {@code 000} = none. */
public record AccountingCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    public AccountingCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be three digits, 000 if the airline has none");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
