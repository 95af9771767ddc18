package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.Faults;
import org.jspecify.annotations.Nullable;

/** An airline. */
public record Airline(AirlineCode code, String name, AccountingCode accountingCode) {

    /** The airline these texts describe, or null with every fault noted. */
    public static @Nullable Airline of(
            Faults faults, @Nullable String code, @Nullable String name, @Nullable String accountingCode) {
        AirlineCode airlineCode = faults.required("code", code, AirlineCode::new);
        String airlineName = faults.text("name", name, City.MAX_NAME);
        AccountingCode accounting = faults.required("accountingCode", accountingCode, AccountingCode::new);
        return airlineCode == null || airlineName == null || accounting == null
                ? null
                : new Airline(airlineCode, airlineName, accounting);
    }
}
