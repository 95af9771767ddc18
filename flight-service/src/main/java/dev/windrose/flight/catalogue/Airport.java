package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.Faults;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An airport. Its zone is what local times of flights are told in. */
public record Airport(
        AirportCode code,
        String name,
        CityCode cityCode,
        BigDecimal latitude,
        BigDecimal longitude,
        TimeZoneId timeZone) {

    /** The airport these texts describe, or null with every fault noted. */
    public static @Nullable Airport of(
            Faults faults,
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String timeZone) {
        AirportCode airportCode = faults.required("code", code, AirportCode::new);
        String airportName = faults.text("name", name, City.MAX_NAME);
        CityCode cityCode = faults.required("cityCode", city, CityCode::new);
        BigDecimal north = faults.required("latitude", latitude, Position::latitude);
        BigDecimal east = faults.required("longitude", longitude, Position::longitude);
        TimeZoneId zone = faults.required("timeZone", timeZone, TimeZoneId::new);
        return airportCode == null
                        || airportName == null
                        || cityCode == null
                        || north == null
                        || east == null
                        || zone == null
                ? null
                : new Airport(airportCode, airportName, cityCode, north, east, zone);
    }
}
