package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import dev.windrose.flight.schedules.RevisionReport.Untouched;
import java.util.List;
import org.springframework.http.HttpStatus;

/** 409: nothing was done, since some of it can't be; the problem names every date. */
public final class ScheduleConflict extends ProblemException {
    private ScheduleConflict(String code, String detail) {
        super(HttpStatus.CONFLICT, code, detail);
    }

    /** {@code already_exists} before {@code airplane_busy} before {@code cabin_missing}; {@code conflicts} names them all, each with its own. */
    static ProblemException of(List<Obstacle> obstacles) {
        return new ScheduleConflict(
                        codeOf(obstacles),
                        "On " + obstacles.size() + " of the days there can be no such flight, so nothing was changed.")
                .with("conflicts", obstacles);
    }

    static ProblemException hasBookings(List<Untouched> booked) {
        return new ScheduleConflict(
                        RevisionReport.HAS_BOOKINGS,
                        booked.size() + " of the flights have bookings, so nothing was changed; with bookedFlights KEEP"
                                + " they stay as they are.")
                .with("flightsUntouched", booked);
    }

    static String codeOf(List<Obstacle> obstacles) {
        return List.of("already_exists", "airplane_busy", "cabin_missing").stream()
                .filter(code ->
                        obstacles.stream().anyMatch(obstacle -> obstacle.code().equals(code)))
                .findFirst()
                .orElseThrow();
    }
}
