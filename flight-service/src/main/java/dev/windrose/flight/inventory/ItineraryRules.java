package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.Faults;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What makes flights and cabins one journey; every fault is told, under the segment's place in the request. */
final class ItineraryRules {
    private final Offer offer;
    private final Instant now;
    private final List<SeatRequest.Segment> segments;
    private final Faults faults = new Faults();

    ItineraryRules(Offer offer, Instant now) {
        this.offer = offer;
        this.now = now;
        this.segments = offer.request().segments();
    }

    void check() {
        if (!offer.request().expiresAt().isAfter(now)) {
            faults.add("expiresAt", "past", "must lie ahead");
        }
        everyCabinIsSold();
        noFlightTwice();
        noneOverlaps();
        oneCurrency();
        if (!faults.isEmpty()) {
            throw HoldRefused.faulty(faults.all());
        }
    }

    private void everyCabinIsSold() {
        for (int i = 0; i < segments.size(); i++) {
            if (!offer.cabins().containsKey(segments.get(i).key())) {
                faults.add(field(i, "cabin"), "not_sold", "is not sold on this flight");
            }
        }
    }

    private void noFlightTwice() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!seen.add(segments.get(i).flightKey())) {
                faults.add(field(i, "flightId"), "duplicate", "is booked twice");
            }
        }
    }

    private void noneOverlaps() {
        List<Integer> inOrder = IntStream.range(0, segments.size())
                .boxed()
                .sorted(Comparator.comparing(i -> flight(i).departsAt()))
                .toList();
        int latest = inOrder.get(0);
        for (int i : inOrder.subList(1, inOrder.size())) {
            if (flight(i).id() != flight(latest).id()
                    && flight(i).departsAt().isBefore(flight(latest).arrivesAt())) {
                faults.add(field(i, "flightId"), "overlaps", "departs before another segment has arrived");
            }
            if (flight(i).arrivesAt().isAfter(flight(latest).arrivesAt())) {
                latest = i;
            }
        }
    }

    private void oneCurrency() {
        String currency = flight(0).currency();
        for (int i = 1; i < segments.size(); i++) {
            if (!flight(i).currency().equals(currency)) {
                faults.add(field(i, "flightId"), "mixed_currencies", "is priced in another currency than the first");
            }
        }
    }

    private FlightFacts flight(int index) {
        return offer.flight(segments.get(index));
    }

    private static String field(int index, String name) {
        return "segments[" + index + "]." + name;
    }
}
