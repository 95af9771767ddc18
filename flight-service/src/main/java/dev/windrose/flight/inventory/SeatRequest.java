package dev.windrose.flight.inventory;

import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** So many seats in each of these cabins until then; refused if the price isn't the one expected, where one is. */
public record SeatRequest(
        int quantity,
        Instant expiresAt,
        List<Segment> segments,
        @Nullable Money expectedTotal) {
    public static final int MAX_QUANTITY = 9;
    public static final int MAX_SEGMENTS = 6;

    /** A flight by its public id, and the name of a cabin; neither need exist. */
    public record Segment(String flightId, String cabin) {
        private static final Pattern FLIGHT = Pattern.compile("[1-9][0-9]{0,17}");
        private static final Pattern CABIN = Pattern.compile("[A-Z_]{1,16}");

        /** The flight's key in the tables, or -1, which no flight has, for what can't be one. */
        long flightKey() {
            return FLIGHT.matcher(flightId).matches() ? Long.parseLong(flightId) : -1;
        }

        /** The cabin's, with a name that no cabin has for what can't be one. */
        CabinKey key() {
            return new CabinKey(flightKey(), CABIN.matcher(cabin).matches() ? cabin : "-");
        }
    }

    public SeatRequest {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be from 1 to " + MAX_QUANTITY);
        }
        if (segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
            throw new IllegalArgumentException("must have 1 to " + MAX_SEGMENTS + " segments");
        }
        segments = List.copyOf(segments);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The cabins in the order of their locks. */
    List<CabinKey> cabins() {
        return List.copyOf(segments.stream().map(Segment::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Equal for equal requests; the order of the segments says nothing. */
    String fingerprint() {
        return Fingerprint.of(quantity + "|" + expiresAt + "|" + expectedTotal + "|"
                + segments.stream().map(Segment::toString).sorted().toList());
    }
}
