package dev.windrose.flight.schedules.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.StatedFare;
import dev.windrose.flight.schedules.BookedFlights;
import dev.windrose.flight.schedules.FixedParts;
import dev.windrose.flight.schedules.ScheduleChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change as sent; what isn't there, or null, stays. The first four can't be changed, but may be repeated. */
record ScheduleChangeRequest(
        @Nullable String flightNumber,
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String from,
        @Nullable String airplane,
        @Nullable String departureLocalTime,
        @Nullable String duration,
        @Nullable List<@Nullable String> daysOfWeek,
        @Nullable String to,
        @Nullable Boolean openEnded,
        @Nullable List<@Nullable StatedFare> fares,
        @Nullable String effectiveFrom,
        @Nullable String bookedFlights) {

    ScheduleChange change(Faults faults) {
        boolean endless = Boolean.TRUE.equals(openEnded);
        if (endless && to != null) {
            faults.add("to", "invalid", "must not be given if openEnded is true");
        }
        BookedFlights booked = faults.optional("bookedFlights", bookedFlights, BookedFlights::of);
        return new ScheduleChange(
                faults.optional("departureLocalTime", departureLocalTime, Forms::time),
                faults.optional("duration", duration, Forms::duration),
                daysOfWeek == null ? null : Forms.days(daysOfWeek, faults),
                endless ? null : faults.optional("to", to, Forms::date),
                endless,
                faults.optional("airplane", airplane, Registration::new),
                fares == null ? null : StatedFare.all(fares, faults),
                faults.optional("effectiveFrom", effectiveFrom, Forms::date),
                booked == null ? BookedFlights.REFUSE : booked);
    }

    FixedParts fixedParts() {
        return new FixedParts(flightNumber, origin, destination, from);
    }
}
