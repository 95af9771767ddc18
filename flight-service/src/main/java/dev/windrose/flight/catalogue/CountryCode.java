package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A country by ISO 3166-1 alpha-2, and XK (Kosovo), which airlines use though ISO doesn't list it. */
public record CountryCode(@JsonValue String value) {
    private static final Set<String> KNOWN = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream(), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException("must be an ISO 3166-1 alpha-2 country code like US");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
