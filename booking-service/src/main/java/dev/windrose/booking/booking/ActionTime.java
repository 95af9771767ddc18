package dev.windrose.booking.booking;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something can be done with a booking.
 *
 * @param flightId the flight it is about, null if the whole booking
 * @param notBefore inclusive, with the airport's offset; null: at once
 * @param notAfter exclusive, with the airport's offset; null: no end
 * @param reason why it can't be done now, as the code of the refusal would say; null if it can
 */
public record ActionTime(
        BookingAction action,
        @Nullable String flightId,
        @Nullable OffsetDateTime notBefore,
        @Nullable OffsetDateTime notAfter,
        @Nullable String reason) {
    boolean isPossible() {
        return reason == null;
    }
}
