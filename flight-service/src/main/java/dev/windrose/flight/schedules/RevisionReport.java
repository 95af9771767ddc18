package dev.windrose.flight.schedules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a schedule does, or with {@code dryRun} would do.
 *
 * @param effectiveFrom the first day on which anything changes, local at the origin
 * @param flightsUntouched that would change, but stay as they are
 * @param conflicts days on which what is asked for can't be; empty once it was done
 * @param refusedWith the code with which the same request without {@code dryRun} is refused as things stand, null if it is not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RevisionReport(
        boolean dryRun,
        LocalDate effectiveFrom,
        int flightsCreated,
        int flightsChanged,
        int flightsDeleted,
        List<Untouched> flightsUntouched,
        List<Obstacle> conflicts,
        @Nullable String refusedWith) {
    static final String HAS_BOOKINGS = "has_bookings";
    static final String NOT_SCHEDULED = "not_scheduled";

    /** @param date local at the origin @param reason {@code has_bookings}, or {@code not_scheduled}: delayed, cancelled or flown */
    public record Untouched(String flightId, LocalDate date, String reason) {}
}
