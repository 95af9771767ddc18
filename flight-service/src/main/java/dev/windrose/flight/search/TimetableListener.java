package dev.windrose.flight.search;

import java.util.Set;

/** Hears from the follower what searches already see. It must come back at once: searches wait for what comes next. */
public interface TimetableListener {
    /** For these flights a search may now show a lower price than before: they are cheaper, on sale again, new, or otherwise other. */
    void mayBeCheaper(Set<Long> flightIds);

    /** The whole timetable was read anew, so that it can't be said what is other than before. */
    void readAnew();
}
