package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The IATA designator of an airline: AS, B6. */
public record AirlineCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2}");

    public AirlineCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be two letters or digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
