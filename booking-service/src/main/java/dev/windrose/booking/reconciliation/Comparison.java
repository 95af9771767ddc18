package dev.windrose.booking.reconciliation;

import dev.windrose.booking.flight.Hold;
import dev.windrose.booking.flight.HoldState;
import dev.windrose.booking.flight.InventoryReport.Discrepancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares bookings with the holds of the same range of ids. */
final class Comparison {
    private final Instant now;
    private final List<Discrepancy> found = new ArrayList<>();

    Comparison(Instant now) {
        this.now = now;
    }

    List<Discrepancy> found() {
        return found;
    }

    /** @param releasesOwed bookings that are over and whose seats are about to be released */
    void compare(List<BookingFacts> bookings, List<Hold> holds, Set<String> releasesOwed) {
        Map<String, Hold> unclaimed = new HashMap<>();
        holds.forEach(hold -> unclaimed.put(hold.bookingId(), hold));
        for (BookingFacts booking : bookings) {
            seats(booking, unclaimed.remove(booking.id()));
            money(booking);
        }
        unclaimed
                .values()
                .forEach(hold -> add(
                        "hold_without_booking",
                        hold.bookingId(),
                        "flight-service keeps " + hold.quantity() + " seats " + hold.state() + " for no live booking"));
    }

    private void seats(BookingFacts booking, @Nullable Hold hold) {
        if (!expected(booking).contains(hold == null ? "NONE" : hold.state().name())) {
            add(
                    "booking_without_seats",
                    booking.id(),
                    "the booking is " + booking.state() + ", its hold " + (hold == null ? "not there" : hold.state()));
        } else if (hold != null && !booking.seats().isEmpty() && differs(booking, hold)) {
            add("other_seats", booking.id(), "the hold is for other flights, cabins or numbers of seats");
        }
    }

    /** Which states of the hold go with the booking. */
    private Set<String> expected(BookingFacts booking) {
        String held = HoldState.HELD.name();
        String sold = HoldState.SOLD.name();
        return switch (booking.state()) {
            case "CONFIRMED" -> Set.of(sold);
            case "PAYING" -> Set.of(held, sold);
            // Past its deadline the next buyer may take the seats before the expiry job comes by.
            case "PENDING_PAYMENT" -> now.isBefore(booking.expiresAt()) ? Set.of(held) : Set.of(held, "NONE");
            case "INITIATED" -> Set.of(held, "NONE");
            default -> Set.of("NONE");
        };
    }

    private static boolean differs(BookingFacts booking, Hold hold) {
        Set<String> held = hold.segments().stream()
                .map(segment -> segment.flightId() + "/" + segment.cabin())
                .collect(Collectors.toUnmodifiableSet());
        return hold.quantity() != booking.passengers() || !held.equals(booking.seats());
    }

    private void money(BookingFacts booking) {
        boolean paid = booking.state().equals("CONFIRMED") || booking.state().equals("CANCELLED");
        if (booking.state().equals("CONFIRMED") && booking.captures() != 1) {
            add("confirmed_not_charged_once", booking.id(), booking.captures() + " payments were taken");
        } else if (!paid && booking.captures() > 0) {
            add("charged_not_confirmed", booking.id(), "a payment was taken, the booking is " + booking.state());
        }
        if (booking.captures() == 1 && booking.capturedMinor() != booking.totalMinor()) {
            add(
                    "charged_other_price",
                    booking.id(),
                    booking.capturedMinor() + " taken of " + booking.totalMinor() + " minor units quoted");
        }
    }

    private void add(String kind, String subject, String detail) {
        found.add(new Discrepancy(kind, subject, detail));
    }
}
