package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Place;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** An airport as it was when booked. */
@Embeddable
class BookedPlace {
    private String code;
    private String name;
    private String city;
    private String timeZone;

    @SuppressWarnings("NullAway.Init")
    protected BookedPlace() {}

    BookedPlace(Place place) {
        this.code = place.code();
        this.name = place.name();
        this.city = place.city();
        this.timeZone = place.timeZone().getId();
    }

    String code() {
        return code;
    }

    /** The same airport, or another of the city. */
    boolean isNear(BookedPlace other) {
        return code.equals(other.code) || city.equals(other.city) && timeZone.equals(other.timeZone);
    }

    /** The instant as clocks here show it. */
    OffsetDateTime local(Instant instant) {
        return instant.atZone(ZoneId.of(timeZone)).toOffsetDateTime();
    }

    Place toPlace() {
        return new Place(code, name, city, ZoneId.of(timeZone));
    }
}
