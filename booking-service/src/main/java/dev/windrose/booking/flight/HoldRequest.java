package dev.windrose.booking.flight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked to be held, all of it or nothing. Sent again it must be the same, to the millisecond.
 *
 * @param expiresAt from when on the next buyer may take the seats
 * @param quantity seats on every segment
 * @param expectedTotal refused if the total is another
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldRequest(
        Instant expiresAt,
        int quantity,
        List<Segment> segments,
        @Nullable Money expectedTotal) {
    public HoldRequest {
        segments = List.copyOf(segments);
    }

    /** A flight and one of its cabins. */
    public record Segment(String flightId, Cabin cabin) {}
}
