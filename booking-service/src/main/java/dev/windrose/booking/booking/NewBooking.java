package dev.windrose.booking.booking;

import dev.windrose.booking.flight.HoldRequest;
import dev.windrose.defaults.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer wants to book, found well-formed. @param expectedTotal the price they saw, null if any will do */
public record NewBooking(
        List<HoldRequest.Segment> segments,
        List<NewPassenger> passengers,
        @Nullable String contactEmail,
        @Nullable Money expectedTotal) {
    public NewBooking {
        segments = List.copyOf(segments);
        passengers = List.copyOf(passengers);
    }
}
