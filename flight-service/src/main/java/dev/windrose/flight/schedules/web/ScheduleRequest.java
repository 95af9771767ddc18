package dev.windrose.flight.schedules.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.StatedFare;
import dev.windrose.flight.schedules.ScheduleDraft;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule as sent. @param openEnded true instead of {@code to}: said, so that none is without end by forgetting it */
record ScheduleRequest(
        @Nullable String flightNumber,
        @Nullable String airplane,
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String departureLocalTime,
        @Nullable String duration,
        @Nullable List<@Nullable String> daysOfWeek,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean openEnded,
        @Nullable List<@Nullable StatedFare> fares) {

    ScheduleDraft draft(Faults faults) {
        boolean endless = Boolean.TRUE.equals(openEnded);
        return new ScheduleDraft(
                faults.required("flightNumber", flightNumber, FlightNumber::new),
                faults.required("airplane", airplane, Registration::new),
                faults.required("origin", origin, AirportCode::new),
                faults.required("destination", destination, AirportCode::new),
                faults.required("departureLocalTime", departureLocalTime, Forms::time),
                faults.required("duration", duration, Forms::duration),
                Forms.days(daysOfWeek, faults),
                faults.required("from", from, Forms::date),
                end(endless, faults),
                endless,
                StatedFare.all(fares, faults));
    }

    private @Nullable LocalDate end(boolean endless, Faults faults) {
        if (!endless) {
            return faults.required("to", to, Forms::date);
        }
        if (to != null) {
            faults.add("to", "invalid", "must not be given if openEnded is true");
        }
        return null;
    }
}
