package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.Airline;
import org.jspecify.annotations.Nullable;

/** An airline as sent. */
record AirlineRequest(
        @Nullable String code,
        @Nullable String name,
        @Nullable String accountingCode) {

    Airline airline() {
        Faults faults = new Faults();
        Airline airline = Airline.of(faults, code, name, accountingCode);
        if (airline == null) {
            throw new ValidationFailed(faults.all());
        }
        return airline;
    }
}
