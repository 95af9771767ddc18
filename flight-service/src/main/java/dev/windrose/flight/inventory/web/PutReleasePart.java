package dev.windrose.flight.inventory.web;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.inventory.PartRelease;
import dev.windrose.flight.inventory.SeatRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element of the body of {@code PUT /internal/holds/{bookingId}/releases/{releaseId}}. */
record PutReleasePart(
        @Nullable String flightId,
        @Nullable String cabin,
        @Nullable Integer qty,
        @Nullable List<@Nullable String> seats,
        @Nullable List<@Nullable String> passengers) {
    private static final int MAX_TEXT = 64;

    /** The release, or 400 with every fault. */
    static PartRelease toRelease(List<@Nullable PutReleasePart> body) {
        Faults faults = new Faults();
        if (body.isEmpty() || body.size() > SeatRequest.MAX_SEGMENTS) {
            faults.add("parts", "out_of_range", "must be 1 to " + SeatRequest.MAX_SEGMENTS);
        }
        List<PartRelease.Part> parts = new ArrayList<>();
        Set<SeatRequest.Segment> segments = new HashSet<>();
        for (int i = 0; i < body.size(); i++) {
            PutReleasePart part = body.get(i);
            String path = "parts[" + i + "].";
            SeatRequest.Segment segment = part == null ? null : part.segment(path, faults);
            Integer quantity = part == null ? null : part.qty;
            if (quantity == null || quantity < 1 || quantity > SeatRequest.MAX_QUANTITY) {
                faults.add(path + "qty", "out_of_range", "must be from 1 to " + SeatRequest.MAX_QUANTITY);
            } else if (part != null && segment != null) {
                parts.add(new PartRelease.Part(
                        segment,
                        quantity,
                        texts(path + "seats", part.seats, quantity, faults),
                        texts(path + "passengers", part.passengers, quantity, faults)));
                if (!segments.add(segment)) {
                    faults.add(path + "flightId", "duplicate", "must not be there twice");
                }
            }
        }
        faults.throwIfAny();
        return new PartRelease(parts);
    }

    private SeatRequest.@Nullable Segment segment(String path, Faults faults) {
        String flight = faults.text(path + "flightId", flightId, MAX_TEXT);
        String in = faults.text(path + "cabin", cabin, MAX_TEXT);
        return flight == null || in == null ? null : new SeatRequest.Segment(flight, in);
    }

    private static List<String> texts(String path, @Nullable List<@Nullable String> list, int most, Faults faults) {
        List<String> texts = new ArrayList<>();
        if (list != null && list.size() > most) {
            faults.add(path, "out_of_range", "must not be more than qty");
        } else if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                String text = faults.text(path + "[" + i + "]", list.get(i), MAX_TEXT);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
