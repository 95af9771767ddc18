package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import org.jspecify.annotations.Nullable;

/** What of a schedule never changes, as a request repeats it; null where it doesn't. */
public record FixedParts(
        @Nullable String flightNumber,
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String from) {

    /** Notes what is told otherwise than it is. */
    void compare(Schedule schedule, Faults faults) {
        compare("flightNumber", flightNumber, schedule.leg().flightNumber().value(), faults);
        compare("origin", origin, schedule.leg().origin().value(), faults);
        compare("destination", destination, schedule.leg().destination().value(), faults);
        compare("from", from, schedule.from().toString(), faults);
    }

    private static void compare(String field, @Nullable String told, String is, Faults faults) {
        if (told != null && !told.equals(is)) {
            faults.add(field, "immutable", "can't be changed");
        }
    }
}
