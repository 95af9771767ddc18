package dev.windrose.flight.schedules;

import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightTerms;
import dev.windrose.flight.flights.StandingFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a schedule from a day on; null stays as it is.
 *
 * @param effectiveFrom null: tomorrow at the origin, or the schedule's first day if that is later
 */
public record ScheduleChange(
        @Nullable LocalTime departure,
        @Nullable Duration duration,
        @Nullable DaysOfWeek days,
        @Nullable LocalDate to,
        boolean openEnded,
        @Nullable Registration airplane,
        @Nullable List<Fare> fares,
        @Nullable LocalDate effectiveFrom,
        BookedFlights bookedFlights) {

    ScheduleTerms of(ScheduleTerms terms) {
        return new ScheduleTerms(
                airplane == null ? terms.airplane() : airplane,
                departure == null ? terms.departure() : departure,
                duration == null ? terms.duration() : duration,
                days == null ? terms.days() : days,
                fares == null ? terms.fares() : fares);
    }

    /** The same change of one flight: what staff gave that flight of its own stays, unless it is among what changes. */
    FlightTerms of(StandingFlight flight, ZoneId zone) {
        FlightTerms terms = flight.terms();
        Duration flown = Duration.between(terms.departureTime(), terms.arrivalTime());
        Instant moved = departure == null ? null : WallClock.instant(flight.date(), departure, zone);
        Instant departs = moved == null ? terms.departureTime() : moved;
        return new FlightTerms(
                terms.flightNumber(),
                airplane == null ? terms.airplane() : airplane,
                terms.origin(),
                terms.destination(),
                departs,
                departs.plus(duration == null ? flown : duration),
                fares == null ? terms.fares() : fares);
    }

    /** The last day of a schedule that ended on {@code end}. */
    @Nullable
    LocalDate end(@Nullable LocalDate end) {
        if (openEnded) {
            return null;
        }
        return to == null ? end : to;
    }
}
