package dev.windrose.flight.watches;

import dev.windrose.defaults.problem.ProblemException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** 404: no such watch, or somebody else's, which nobody may tell apart. */
public final class PriceWatchNotFound extends ProblemException {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    PriceWatchNotFound() {
        super(HttpStatus.NOT_FOUND, "price_watch_not_found", "You have no price watch with this id.");
    }

    /** The number an id stands for; what isn't one of our ids belongs to no watch. */
    static long idOf(String text) {
        if (!ID.matcher(text).matches()) {
            throw new PriceWatchNotFound();
        }
        return Long.parseLong(text);
    }
}
