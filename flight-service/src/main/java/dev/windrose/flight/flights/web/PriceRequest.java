package dev.windrose.flight.flights.web;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.Fare;
import org.jspecify.annotations.Nullable;

/** The price of one seat as sent. */
record PriceRequest(@Nullable MoneyRequest price) {

    /** Money as sent: texts, so that every fault of it can be told. */
    record MoneyRequest(@Nullable String amount, @Nullable String currency) {}

    Money money() {
        Faults faults = new Faults();
        if (price == null) {
            faults.add("price", "required", "is required");
        }
        Money money = price == null ? null : Fare.price(faults, "price", price.amount(), price.currency());
        faults.throwIfAny();
        return java.util.Objects.requireNonNull(money);
    }
}
