package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.ProblemException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** 404: no schedule has this id. */
public final class ScheduleNotFound extends ProblemException {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    public ScheduleNotFound() {
        super(HttpStatus.NOT_FOUND, "schedule_not_found", "There is no such schedule.");
    }

    /** The number an id stands for; what isn't one of our ids belongs to no schedule. */
    public static long idOf(String text) {
        if (!ID.matcher(text).matches()) {
            throw new ScheduleNotFound();
        }
        return Long.parseLong(text);
    }
}
