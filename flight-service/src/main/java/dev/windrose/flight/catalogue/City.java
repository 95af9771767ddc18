package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.Faults;
import org.jspecify.annotations.Nullable;

/** A city, which may have several airports. */
public record City(CityCode code, String name, CountryCode country, TimeZoneId timeZone) {
    static final int MAX_NAME = 120;

    /** The city these texts describe, or null with every fault noted. */
    public static @Nullable City of(
            Faults faults,
            @Nullable String code,
            @Nullable String name,
            @Nullable String country,
            @Nullable String timeZone) {
        CityCode cityCode = faults.required("code", code, CityCode::new);
        String cityName = faults.text("name", name, MAX_NAME);
        CountryCode countryCode = faults.required("country", country, CountryCode::new);
        TimeZoneId zone = faults.required("timeZone", timeZone, TimeZoneId::new);
        return cityCode == null || cityName == null || countryCode == null || zone == null
                ? null
                : new City(cityCode, cityName, countryCode, zone);
    }
}
