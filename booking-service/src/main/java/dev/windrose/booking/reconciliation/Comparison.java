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

    /** @param releasesOwed bookings whose seats, all or some, are about to be released */
    void compare(List<BookingFacts> bookings, List<Hold> holds, Set<String> releasesOwed) {
        Map<String, Hold> unclaimed = new HashMap<>();
        holds.forEach(hold -> unclaimed.put(hold.bookingId(), hold));
        for (BookingFacts booking : bookings) {
            Hold hold = unclaimed.remove(booking.id());
            if (!releasesOwed.contains(booking.id())) {
                seats(booking, hold);
            }
            money(booking);
        }
        unclaimed.keySet().removeAll(releasesOwed);
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
        Map<String, Integer> held = hold.segments().stream()
                .filter(segment -> segment.seatsOf(hold) > 0)
                .collect(Collectors.toMap(
                        segment -> segment.flightId() + "/" + segment.cabin(), segment -> segment.seatsOf(hold)));
        return !held.equals(booking.seats());
    }

    private void money(BookingFacts booking) {
        boolean paid = booking.state().equals("CONFIRMED") || booking.state().equals("CANCELLED");
        if (booking.state().equals("CONFIRMED") && booking.captures() != 1) {
            add("confirmed_not_charged_once", booking.id(), booking.captures() + " payments were taken");
        } else if (!paid && booking.captures() > 0) {
            add("charged_not_confirmed", booking.id(), "a payment was taken, the booking is " + booking.state());
        }
        if (booking.refundedMinor() > booking.capturedMinor()) {
            add("refunded_too_much", booking.id(), refunded(booking) + " of " + booking.capturedMinor() + " taken");
        } else if (booking.state().equals("CONFIRMED") && booking.refundedMinor() != booking.partsRefundedMinor()) {
            add(
                    "refund_differs",
                    booking.id(),
                    refunded(booking) + ", " + booking.partsRefundedMinor() + " for the places cancelled");
        }
        if (booking.captures() == 1 && booking.capturedMinor() != booking.totalMinor()) {
            add(
                    "charged_other_price",
                    booking.id(),
                    booking.capturedMinor() + " taken of " + booking.totalMinor() + " minor units quoted");
        }
    }

    private static String refunded(BookingFacts booking) {
        return booking.refundedMinor() + " minor units were given back";
    }

    private void add(String kind, String subject, String detail) {
        found.add(new Discrepancy(kind, subject, detail));
    }
}
