package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** A zone of the IANA time zone database: America/Los_Angeles. */
public record TimeZoneId(@JsonValue String value) {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    public TimeZoneId {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException("must be an IANA time zone like America/Los_Angeles");
        }
    }

    public ZoneId zone() {
        return ZoneId.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
