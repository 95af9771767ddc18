package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightDraft;
import dev.windrose.flight.flights.FlightNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schedule as somebody describes it, each part well-formed or missing with its fault noted. */
public record ScheduleDraft(
        @Nullable FlightNumber flightNumber,
        @Nullable Registration airplane,
        @Nullable AirportCode origin,
        @Nullable AirportCode destination,
        @Nullable LocalTime departure,
        @Nullable Duration duration,
        @Nullable DaysOfWeek days,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean openEnded,
        List<Fare> fares) {

    /** How many days a season has at most, both ends included. */
    static final int MAX_DAYS = 400;

    /** Any of its flights, to be held against the catalogue. */
    FlightDraft flight() {
        return new FlightDraft(
                new FlightDraft.Fields("departureLocalTime", "duration"),
                flightNumber,
                airplane,
                origin,
                destination,
                null,
                null,
                fares);
    }

    /** Notes what is wrong with its dates. @param today at the origin, null if that isn't known */
    void checkDates(@Nullable LocalDate today, Faults faults) {
        if (from != null && to != null) {
            checkSeason(from, to, faults);
        }
        if (openEnded && from != null && today != null && from.isBefore(today)) {
            faults.add("from", "invalid", "must not be in the past if there is no end");
        }
    }

    private void checkSeason(LocalDate first, LocalDate last, Faults faults) {
        if (last.isBefore(first)) {
            faults.add("to", "invalid", "must not be before from");
        } else if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            faults.add("to", "out_of_range", "must be at most " + MAX_DAYS + " days from from on, both included");
        } else if (days != null && first.datesUntil(last.plusDays(1)).noneMatch(days::contains)) {
            faults.add("daysOfWeek", "invalid", "must have a day that there is between from and to");
        }
    }

    /** The schedule it describes, of which nothing is generated yet. Only of a draft without faults. */
    Schedule schedule() {
        LocalDate first = Objects.requireNonNull(from);
        ScheduleTerms terms = new ScheduleTerms(
                Objects.requireNonNull(airplane),
                Objects.requireNonNull(departure),
                Objects.requireNonNull(duration),
                Objects.requireNonNull(days),
                fares);
        Leg leg = new Leg(
                Objects.requireNonNull(flightNumber),
                Objects.requireNonNull(origin),
                Objects.requireNonNull(destination));
        return new Schedule(0, leg, first, to, first.minusDays(1), 0, Periods.of(first, terms));
    }
}
