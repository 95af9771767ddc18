package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.Airport;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An airport as sent. */
record AirportRequest(
        @Nullable String code,
        @Nullable String name,
        @Nullable String cityCode,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String timeZone) {
    private static final int MAX_SCALE = 30;

    Airport airport() {
        Faults faults = new Faults();
        Airport airport = Airport.of(faults, code, name, cityCode, text(latitude), text(longitude), timeZone);
        if (airport == null) {
            throw new ValidationFailed(faults.all());
        }
        return airport;
    }

    /** Plain digits, but never the millions of them that {@code 1e9999999} stands for. */
    private static @Nullable String text(@Nullable BigDecimal degrees) {
        if (degrees == null) {
            return null;
        }
        return Math.abs(degrees.scale()) <= MAX_SCALE ? degrees.toPlainString() : degrees.toString();
    }
}
