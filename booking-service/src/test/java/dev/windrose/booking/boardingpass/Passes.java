package dev.windrose.booking.boardingpass;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Boarding passes of one flight, Seattle to Anchorage, for all sorts of passengers. */
final class Passes {
    static final Place SEATTLE =
            new Place("SEA", "Seattle–Tacoma International Airport", "Seattle", ZoneId.of("America/Los_Angeles"));
    static final Place ANCHORAGE = new Place(
            "ANC", "Ted Stevens Anchorage International Airport", "Anchorage", ZoneId.of("America/Anchorage"));

    private Passes() {}

    static BoardingPass of(String firstName, String lastName) {
        return departingAt("2026-12-01T06:15", firstName, lastName, "AS65", Cabin.ECONOMY, "12A", 1);
    }

    static BoardingPass departingAt(
            String local,
            String firstName,
            String lastName,
            String flightNumber,
            Cabin cabin,
            String seat,
            int sequence) {
        var departure = LocalDateTime.parse(local).atZone(SEATTLE.timeZone());
        return new BoardingPass(
                firstName,
                lastName,
                "K7QX2M",
                "0272400000001",
                flightNumber,
                "Alaska Airlines",
                SEATTLE,
                ANCHORAGE,
                departure.toLocalDate(),
                departure.toOffsetDateTime(),
                departure
                        .plus(Duration.ofMinutes(215))
                        .withZoneSameInstant(ANCHORAGE.timeZone())
                        .toOffsetDateTime(),
                departure.minus(Duration.ofMinutes(40)).toOffsetDateTime(),
                cabin,
                seat,
                sequence);
    }
}
