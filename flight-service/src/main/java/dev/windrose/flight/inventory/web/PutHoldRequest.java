package dev.windrose.flight.inventory.web;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.inventory.SeatRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /internal/holds/{bookingId}}. */
record PutHoldRequest(
        @Nullable String expiresAt,
        @Nullable Integer quantity,
        @Nullable List<@Nullable SegmentRequest> segments,
        @Nullable Money expectedTotal) {

    /** One flight and cabin of it. */
    record SegmentRequest(
            @Nullable String flightId, @Nullable String cabin) {}

    /** The request, or 400 with every fault. */
    SeatRequest toRequest() {
        Faults faults = new Faults();
        Instant deadline = faults.required("expiresAt", expiresAt, PutHoldRequest::instant);
        if (quantity == null || quantity < 1 || quantity > SeatRequest.MAX_QUANTITY) {
            faults.add("quantity", "out_of_range", "must be from 1 to " + SeatRequest.MAX_QUANTITY);
        }
        List<SeatRequest.Segment> wanted = segments(faults);
        faults.throwIfAny();
        if (deadline == null || quantity == null) {
            throw new IllegalStateException("a fault was missed");
        }
        return new SeatRequest(quantity, deadline, wanted, expectedTotal);
    }

    private List<SeatRequest.Segment> segments(Faults faults) {
        List<SeatRequest.Segment> wanted = new ArrayList<>();
        if (segments == null || segments.isEmpty() || segments.size() > SeatRequest.MAX_SEGMENTS) {
            faults.add("segments", "out_of_range", "must be 1 to " + SeatRequest.MAX_SEGMENTS);
            return wanted;
        }
        for (int i = 0; i < segments.size(); i++) {
            SegmentRequest segment = segments.get(i);
            String flightId = faults.text(field(i, "flightId"), segment == null ? null : segment.flightId(), 64);
            String cabin = faults.text(field(i, "cabin"), segment == null ? null : segment.cabin(), 64);
            if (flightId != null && cabin != null) {
                wanted.add(new SeatRequest.Segment(flightId, cabin));
            }
        }
        return wanted;
    }

    private static String field(int index, String name) {
        return "segments[" + index + "]." + name;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an RFC 3339 time like 2026-12-01T14:15:00.000Z", e);
        }
    }
}
