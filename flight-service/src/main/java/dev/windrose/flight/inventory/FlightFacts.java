package dev.windrose.flight.inventory;

import dev.windrose.defaults.money.Money;
import dev.windrose.flight.inventory.HoldView.Airline;
import dev.windrose.flight.inventory.HoldView.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;

/** What a hold tells of a flight, as read without a lock. */
record FlightFacts(
        long id,
        String flightNumber,
        Airline airline,
        Place origin,
        Place destination,
        Instant departsAt,
        Instant arrivesAt,
        Instant scheduledDepartsAt,
        String status,
        String currency) {
    static final Set<String> ON_SALE = Set.of("SCHEDULED", "DELAYED");
    private static final String CANCELLED = "CANCELLED";

    /** Whether seats are sold: not cancelled, not gone, and {@code salesClose} before departure not yet reached. */
    boolean isOpen(Instant now, Duration salesClose) {
        return ON_SALE.contains(status) && now.isBefore(departsAt.minus(salesClose));
    }

    boolean isCancelled() {
        return CANCELLED.equals(status);
    }

    HoldView.Segment segment(SegmentRow held) {
        return new HoldView.Segment(
                Long.toString(id),
                flightNumber,
                airline,
                origin,
                destination,
                local(departsAt, origin),
                local(arrivesAt, destination),
                local(scheduledDepartsAt, origin),
                held.cabin().cabin(),
                Money.ofMinor(held.priceMinor(), held.currency()),
                status,
                held.state(),
                held.qty());
    }

    private static OffsetDateTime local(Instant instant, Place place) {
        return instant.atZone(ZoneId.of(place.timeZone())).toOffsetDateTime();
    }
}
