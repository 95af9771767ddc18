package dev.windrose.flight.flights;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.windrose.flight.catalogue.AirlineCode;
import java.util.regex.Pattern;

/** An airline's designator, 1 to 4 digits and perhaps a letter: AS65, B6124A. */
public record FlightNumber(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2}[0-9]{1,4}[A-Z]?");

    public FlightNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be an airline's two letters or digits, 1 to 4 digits and perhaps a letter, like AS65");
        }
    }

    public AirlineCode airline() {
        return new AirlineCode(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
