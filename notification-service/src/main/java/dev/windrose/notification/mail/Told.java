package dev.windrose.notification.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event tells, as far as its mail needs it. */
public sealed interface Told
        permits AccountTold,
                BookingTold,
                CancellationTold,
                CheckInOpenTold,
                CheckedInTold,
                DisruptionTold,
                PriceDropTold,
                SeatChangedTold {
    /** The account in whose feed it appears. */
    String userId();

    Recipient recipient();

    /** The booking's reference, if it is about one. */
    @Nullable
    String reference();

    /** As {@link #required}, and not empty. */
    static <T> List<T> some(String name, @Nullable List<T> list) {
        List<T> values = List.copyOf(required(name, list));
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return values;
    }

    /** A part without which there is no mail; an event that lacks it is unreadable. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
