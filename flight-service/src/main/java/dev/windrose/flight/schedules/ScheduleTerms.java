package dev.windrose.flight.schedules;

import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.flights.FlightTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it is flown. @param departure on the clock of the origin @param duration from departure to arrival, as instants */
record ScheduleTerms(Registration airplane, LocalTime departure, Duration duration, DaysOfWeek days, List<Fare> fares) {
    private static final FlightDraft.Fields FIELDS = new FlightDraft.Fields("departureLocalTime", "duration");

    ScheduleTerms {
        fares = fares.stream().sorted(Comparator.comparing(Fare::cabin)).toList();
    }

    /** The flight of that date, or null if the origin has no such date. */
    @Nullable
    FlightTerms on(LocalDate date, Leg leg, ZoneId zone) {
        Instant departs = WallClock.instant(date, departure, zone);
        return departs == null
                ? null
                : new FlightTerms(
                        leg.flightNumber(),
                        airplane,
                        leg.origin(),
                        leg.destination(),
                        departs,
                        departs.plus(duration),
                        fares);
    }

    /** Any such flight, to be held against the catalogue. */
    FlightDraft draft(Leg leg) {
        return new FlightDraft(
                FIELDS, leg.flightNumber(), airplane, leg.origin(), leg.destination(), null, null, fares);
    }
}
