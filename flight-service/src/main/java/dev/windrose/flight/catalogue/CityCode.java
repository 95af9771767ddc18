package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The IATA code of a city: HOU, LON. Cities and airports share one code space. */
public record CityCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    public CityCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be three letters A to Z");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
