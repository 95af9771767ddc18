package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.ProblemException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** 404: no flight has this id. */
public final class FlightNotFound extends ProblemException {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    public FlightNotFound() {
        super(HttpStatus.NOT_FOUND, "flight_not_found", "There is no such flight.");
    }

    /** The number an id stands for; what isn't one of our ids belongs to no flight. */
    public static long idOf(String text) {
        if (!ID.matcher(text).matches()) {
            throw new FlightNotFound();
        }
        return Long.parseLong(text);
    }
}
