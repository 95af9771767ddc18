package dev.windrose.flight.inventory;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.changes.OfferChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What flights and cabins have for a request, as they were read, or with cabins as locked. */
record Offer(SeatRequest request, Map<Long, FlightFacts> flights, Map<CabinKey, CabinRow> cabins) {

    /** Everything but the seats. The order is that of usefulness: a request that can't be right is refused before one that came late. */
    void requireSellable(Instant now, Duration salesClose) {
        if (!request.segments().stream().allMatch(segment -> flights.containsKey(segment.flightKey()))) {
            throw HoldRefused.unknownFlight();
        }
        new ItineraryRules(this, now).check();
        if (!flights.values().stream().allMatch(flight -> flight.isOpen(now, salesClose))) {
            throw HoldRefused.flightClosed();
        }
        requirePrice();
    }

    void requirePrice() {
        Money total = total();
        if (request.expectedTotal() != null && !request.expectedTotal().equals(total)) {
            throw HoldRefused.priceChanged(total);
        }
    }

    /** @throws SeatsShort if a cabin has fewer seats left than asked for */
    void requireSeats() {
        Map<CabinKey, Integer> missing = new HashMap<>();
        int least = Integer.MAX_VALUE;
        for (CabinRow cabin : cabins.values()) {
            least = Math.min(least, cabin.available());
            if (cabin.available() < request.quantity()) {
                missing.put(cabin.key(), request.quantity() - cabin.available());
            }
        }
        if (!missing.isEmpty()) {
            throw new SeatsShort(missing, least);
        }
    }

    /** The same offer on the cabins as locked. */
    Offer on(Map<CabinKey, CabinRow> locked) {
        if (!locked.keySet().equals(cabins.keySet())) {
            throw new OfferStale();
        }
        return new Offer(request, flights, locked);
    }

    /** What searches must know once the seats are taken. */
    List<OfferChange> whenTaken() {
        return cabins.values().stream()
                .map(cabin -> cabin.whenTaken(request.quantity()))
                .toList();
    }

    Money total() {
        return request.segments().stream()
                .map(this::price)
                .reduce(Money::plus)
                .orElseThrow()
                .times(request.quantity());
    }

    /** The hold that was taken on it. */
    HoldView held(BookingId id) {
        List<HoldView.Segment> segments = request.segments().stream()
                .sorted(Comparator.comparing(segment -> flight(segment).departsAt()))
                .map(segment -> flight(segment)
                        .segment(new SegmentRow(
                                id.value(),
                                segment.key(),
                                request.quantity(),
                                price(segment).minor(),
                                flight(segment).currency(),
                                HoldState.HELD)))
                .toList();
        return new HoldView(id.value(), HoldState.HELD, request.quantity(), request.expiresAt(), total(), segments);
    }

    FlightFacts flight(SeatRequest.Segment segment) {
        return flight(segment.flightKey());
    }

    FlightFacts flight(long id) {
        FlightFacts flight = flights.get(id);
        if (flight == null) {
            throw new IllegalStateException("no flight " + id + " in this offer");
        }
        return flight;
    }

    private Money price(SeatRequest.Segment segment) {
        CabinRow cabin = cabins.get(segment.key());
        if (cabin == null) {
            throw new IllegalStateException("no cabin " + segment + " in this offer");
        }
        return Money.ofMinor(cabin.priceMinor(), flight(segment).currency());
    }
}
