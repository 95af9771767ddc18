package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The IATA code of an airport: IAH, LHR. */
public record AirportCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    public AirportCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be three letters A to Z");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
