package dev.windrose.flight.changes;

import java.util.List;
import java.util.Map;

/**
 * What one look at the log found.
 *
 * @param offers prices and seats that changed, in the order of their numbers
 * @param created new flights, with the numbers of their rows in the log
 * @param changed flights whose rows are to be read again, with the highest numbers of their rows in the log
 * @param catalogue whether names or zones changed
 * @param missed the log can't say what changed since the last look: read everything again
 * @param more whether the look ended before the log did
 * @param asOf the point reached
 */
public record FlightChanges(
        List<LoggedOffer> offers,
        Map<Long, Long> created,
        Map<Long, Long> changed,
        boolean catalogue,
        boolean missed,
        boolean more,
        AsOf asOf) {

    /** A change of price or seats under its number. */
    public record LoggedOffer(long seq, OfferChange change) {}

    static FlightChanges allMissed() {
        return new FlightChanges(List.of(), Map.of(), Map.of(), true, true, false, AsOf.BEGINNING);
    }
}
