package dev.windrose.flight.inventory;

import java.util.regex.Pattern;

/** The UUID of a booking, in lower case: the name of its hold. */
public record BookingId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public BookingId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a UUID in lower case");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
