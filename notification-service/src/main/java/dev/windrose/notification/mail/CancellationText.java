package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Card;
import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import dev.windrose.notification.mail.CancellationTold.RefundOfFlight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation, of a booking or a part of it, in the words its mail uses.
 *
 * @param preheader what a mailbox shows beside the subject
 * @param title {@code Seattle to Anchorage and back}, of what was cancelled
 * @param whole nothing is booked any more
 * @param paid something had been paid for it
 * @param at {@code Sat 28 Nov 2026, 10:30 Seattle time (UTC−8)}
 * @param card {@code Visa ending in 4242}, empty if unpaid
 * @param left the price of what is still booked
 */
public record CancellationText(
        String reference,
        String preheader,
        String title,
        String firstDay,
        boolean whole,
        boolean paid,
        String at,
        List<Flight> cancelled,
        List<Flight> remaining,
        List<RefundLine> refunds,
        String refund,
        String fee,
        String card,
        String left) {

    /** A flight and who was, or still is, to fly it. */
    public record Flight(String route, String departure, String name, String who) {}

    /** {@code SEA–ANC, Economy} · {@code 75 % of USD 129.50, by the time left to departure} · {@code USD 97.13}. */
    public record RefundLine(String what, String how, String sum) {}

    static CancellationText of(CancellationTold told) {
        Segment first = told.cancelledSegments().get(0);
        Card card = told.card();
        return new CancellationText(
                told.reference(),
                "Booking " + told.reference()
                        + (told.segments().isEmpty() ? " is cancelled. " : ": a part is cancelled. ")
                        + (card == null ? "You have not been charged." : "Refund: " + TripText.money(told.refund())),
                TripText.title(told.cancelledSegments()),
                LocalTimes.shortDay(first.departureTime(), first.origin()),
                told.segments().isEmpty(),
                card != null,
                LocalTimes.full(told.cancelledAt(), first.origin()),
                flights(told.cancelledSegments(), told.cancelledPassengers()),
                flights(told.segments(), told.passengers()),
                card == null ? List.of() : refunds(told),
                TripText.money(told.refund()),
                TripText.money(told.fee()),
                card == null ? "" : TripText.card(card),
                TripText.money(told.total()));
    }

    private static List<Flight> flights(List<Segment> segments, List<Passenger> passengers) {
        return segments.stream()
                .map(segment -> new Flight(
                        end(segment.origin()) + " to " + end(segment.destination()),
                        LocalTimes.full(segment.departureTime(), segment.origin()),
                        PlainText.oneLine(segment.flightNumber() + ", "
                                + segment.airline().name() + ", " + TripText.words(segment.cabin())),
                        who(segment.passengerIds(), passengers)))
                .toList();
    }

    private static String end(BookingTold.Place place) {
        return PlainText.oneLine(place.city() + " (" + place.code() + ")");
    }

    private static String who(@Nullable List<String> ids, List<Passenger> passengers) {
        return passengers.stream()
                .filter(passenger -> ids == null || passenger.id() == null || ids.contains(passenger.id()))
                .map(passenger -> PlainText.oneLine(passenger.firstName() + " " + passenger.lastName()))
                .collect(Collectors.joining(", "));
    }

    private static List<RefundLine> refunds(CancellationTold told) {
        List<RefundLine> lines = new ArrayList<>();
        for (RefundOfFlight refund : told.refunds()) {
            told.cancelledSegments().stream()
                    .filter(segment -> refund.flightId().equals(segment.flightId()))
                    .findFirst()
                    .ifPresent(segment -> lines.add(new RefundLine(
                            TripText.route(segment),
                            refund.percent() + " % of " + TripText.money(refund.paid()) + why(refund.reason()),
                            TripText.money(refund.refund()))));
        }
        return lines;
    }

    /** Reasons come to be more: of one that is new here the percentage must do. */
    private static String why(String reason) {
        return switch (reason) {
            case "TIME_LEFT" -> ", by the time left to departure";
            case "FLIGHT_CANCELLED" -> ", since the airline cancelled the flight";
            case "FLIGHT_DELAYED" -> ", since the flight is delayed by more than 3 hours";
            case "FLIGHT_DEPARTED" -> ", since the flight had departed";
            default -> "";
        };
    }
}
