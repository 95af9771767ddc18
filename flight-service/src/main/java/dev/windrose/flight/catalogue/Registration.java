package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The registration painted on an airplane: N613AS, D-AIMA. */
public record Registration(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{2,10}");

    public Registration {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 2 to 10 letters A to Z, digits or hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
