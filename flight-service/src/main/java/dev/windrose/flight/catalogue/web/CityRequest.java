package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.City;
import org.jspecify.annotations.Nullable;

/** A city as sent. */
record CityRequest(
        @Nullable String code,
        @Nullable String name,
        @Nullable String country,
        @Nullable String timeZone) {

    City city() {
        Faults faults = new Faults();
        City city = City.of(faults, code, name, country, timeZone);
        if (city == null) {
            throw new ValidationFailed(faults.all());
        }
        return city;
    }
}
