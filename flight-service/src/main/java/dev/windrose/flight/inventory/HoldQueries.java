package dev.windrose.flight.inventory;

import static java.util.stream.Collectors.groupingBy;

import dev.windrose.defaults.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads holds with what their flights are called. */
@Service
public class HoldQueries {
    private final Holds holds;
    private final FlightFactsReader flights;

    HoldQueries(Holds holds, FlightFactsReader flights) {
        this.holds = holds;
        this.flights = flights;
    }

    /** Holds that count, in the order of their ids. @param next where the next page begins, null on the last */
    public record HoldPage(List<HoldView> items, @Nullable String next) {}

    /** The hold in whatever state; {@link HoldNotFound}. */
    public HoldView get(BookingId id) {
        return view(holds.find(id).orElseThrow(HoldNotFound::new));
    }

    /** Every hold that is held or sold, a page at a time. @param after the id before the first, empty to begin */
    public HoldPage page(String after, int limit) {
        List<HoldRow> oneMore = holds.counting(after, limit + 1);
        List<HoldRow> rows = oneMore.subList(0, Math.min(limit, oneMore.size()));
        String next = oneMore.size() > limit ? rows.get(limit - 1).bookingId() : null;
        return new HoldPage(views(rows), next);
    }

    HoldView view(HoldRow hold) {
        return views(List.of(hold)).get(0);
    }

    private List<HoldView> views(List<HoldRow> rows) {
        List<SegmentRow> segments =
                holds.segments(rows.stream().map(HoldRow::bookingId).toList());
        Map<Long, FlightFacts> facts = flights.read(
                segments.stream().map(segment -> segment.cabin().flightId()).collect(Collectors.toSet()));
        Map<String, List<SegmentRow>> byBooking = segments.stream().collect(groupingBy(SegmentRow::bookingId));
        return rows.stream()
                .map(row -> view(row, byBooking.getOrDefault(row.bookingId(), List.of()), facts))
                .toList();
    }

    private static HoldView view(HoldRow hold, List<SegmentRow> segments, Map<Long, FlightFacts> facts) {
        List<HoldView.Segment> inOrder = segments.stream()
                .filter(segment -> segment.state().counts()
                        || facts.containsKey(segment.cabin().flightId()))
                .sorted(Comparator.comparing(segment -> fact(segment, facts).departsAt()))
                .map(segment -> fact(segment, facts).segment(segment))
                .toList();
        Money total = segments.stream()
                .filter(segment -> segment.state() == hold.state())
                .map(segment ->
                        Money.ofMinor(segment.priceMinor(), segment.currency()).times(segment.qty()))
                .reduce(Money::plus)
                .orElse(null);
        return new HoldView(hold.bookingId(), hold.state(), hold.quantity(), hold.expiresAt(), total, inOrder);
    }

    /** A flight may be deleted once nobody is on it; whoever is on others of the hold still is. */
    private static FlightFacts fact(SegmentRow segment, Map<Long, FlightFacts> facts) {
        FlightFacts flight = facts.get(segment.cabin().flightId());
        if (flight == null) {
            throw new IllegalStateException("flight " + segment.cabin().flightId() + " of a hold is gone");
        }
        return flight;
    }
}
