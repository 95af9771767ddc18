package dev.windrose.notification.mail;

import dev.windrose.defaults.money.Money;
import dev.windrose.notification.mail.BookingTold.Card;
import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A booking in the words its mail uses.
 *
 * @param title {@code Seattle to Anchorage and back}
 * @param paid {@code Visa ending in 4242, Wed 25 Nov 2026, 06:14 Seattle time (UTC−8)}, empty if unpaid
 * @param heldUntil the same for the time by which it was to be paid
 */
public record TripText(
        String reference,
        String title,
        String firstDay,
        List<Leg> legs,
        List<Traveller> travellers,
        List<PriceLine> prices,
        String total,
        String paid,
        String heldUntil) {
    private static final Duration LONGEST_CONNECTION = Duration.ofHours(24);
    private static final Map<String, String> CARD_BRANDS =
            Map.of("visa", "Visa", "mastercard", "Mastercard", "amex", "American Express");

    /** One flight. {@code arrivalDay} only if it differs from the day of departure; {@code connection} is the wait before the flight. */
    public record Leg(
            String connection,
            String day,
            String flight,
            String airline,
            String cabin,
            String duration,
            End departure,
            End arrival,
            String arrivalDay) {}

    /** One end of a flight, in local time. */
    public record End(String code, String city, String airport, String clock, String zone) {}

    /** {@code note} says that it is a child. */
    public record Traveller(String name, String note, String ticket) {}

    /** What one flight costs: {@code SEA–ANC, Economy}, {@code 2 × USD 129.50}, {@code USD 259.00}. */
    public record PriceLine(String what, String each, String sum) {}

    static TripText of(BookingTold booking) {
        List<Segment> segments = booking.segments();
        Segment first = segments.get(0);
        return new TripText(
                booking.reference(),
                title(segments),
                LocalTimes.shortDay(first.departureTime(), first.origin()),
                IntStream.range(0, segments.size())
                        .mapToObj(i -> leg(i == 0 ? null : segments.get(i - 1), segments.get(i)))
                        .toList(),
                booking.passengers().stream().map(TripText::traveller).toList(),
                prices(segments, booking.passengers().size()),
                money(booking.total()),
                paid(booking.card(), booking.paidAt(), first.origin()),
                booking.paymentDueAt() == null ? "" : LocalTimes.full(booking.paymentDueAt(), first.origin()));
    }

    /** From where to where; a trip that ends where it began turns where it stays longest. */
    static String title(List<Segment> segments) {
        String from = segments.get(0).origin().city();
        String to = segments.get(segments.size() - 1).destination().city();
        if (!from.equals(to) || segments.size() == 1) {
            return from + " to " + to;
        }
        int turn = 0;
        for (int i = 1; i < segments.size() - 1; i++) {
            if (stayAfter(segments, i).compareTo(stayAfter(segments, turn)) > 0) {
                turn = i;
            }
        }
        return from + " to " + segments.get(turn).destination().city() + " and back";
    }

    private static Duration stayAfter(List<Segment> segments, int i) {
        return Duration.between(
                segments.get(i).arrivalTime(), segments.get(i + 1).departureTime());
    }

    static Leg leg(@Nullable Segment before, Segment segment) {
        String departureDay = LocalTimes.longDay(segment.departureTime(), segment.origin());
        String arrivalDay = LocalTimes.longDay(segment.arrivalTime(), segment.destination());
        return new Leg(
                connection(before, segment),
                departureDay,
                segment.flightNumber(),
                segment.airline().name(),
                words(segment.cabin()),
                LocalTimes.duration(segment.departureTime(), segment.arrivalTime()),
                end(segment.origin(), segment.departureTime()),
                end(segment.destination(), segment.arrivalTime()),
                arrivalDay.equals(departureDay)
                        ? ""
                        : LocalTimes.shortDay(segment.arrivalTime(), segment.destination()));
    }

    private static String connection(@Nullable Segment before, Segment segment) {
        if (before == null
                || !before.destination().code().equals(segment.origin().code())) {
            return "";
        }
        Duration wait = Duration.between(before.arrivalTime(), segment.departureTime());
        return wait.compareTo(LONGEST_CONNECTION) > 0
                ? ""
                : LocalTimes.duration(before.arrivalTime(), segment.departureTime()) + " in "
                        + segment.origin().city();
    }

    private static End end(BookingTold.Place place, Instant instant) {
        return new End(
                place.code(),
                place.city(),
                place.name(),
                LocalTimes.clock(instant, place),
                LocalTimes.zone(instant, place));
    }

    private static Traveller traveller(Passenger passenger) {
        String ticket = passenger.ticketNumber();
        return new Traveller(
                PlainText.oneLine(passenger.firstName() + " " + passenger.lastName()),
                "CHILD".equals(passenger.type()) ? "child" : "",
                ticket == null ? "" : ticket.replaceFirst("^([0-9]{3})([0-9]{10})$", "$1-$2"));
    }

    private static List<PriceLine> prices(List<Segment> segments, int everybody) {
        List<PriceLine> lines = new ArrayList<>();
        for (Segment segment : segments) {
            int seats = segment.passengerIds() == null
                    ? everybody
                    : segment.passengerIds().size();
            lines.add(new PriceLine(
                    route(segment),
                    seats + " × " + money(segment.pricePerSeat()),
                    money(segment.pricePerSeat().times(seats))));
        }
        return lines;
    }

    private static String paid(@Nullable Card card, @Nullable Instant at, BookingTold.Place place) {
        if (card == null || at == null) {
            return "";
        }
        return card(card) + ", " + LocalTimes.full(at, place);
    }

    /** {@code Visa ending in 4242}. */
    static String card(Card card) {
        String brand = CARD_BRANDS.getOrDefault(card.brand().toLowerCase(Locale.ROOT), words(card.brand()));
        return brand + " ending in " + card.last4();
    }

    /** {@code SEA–ANC, Economy}. */
    static String route(Segment segment) {
        return segment.origin().code() + "–" + segment.destination().code() + ", " + words(segment.cabin());
    }

    /** {@code USD 1,259.00}: the code, since a dollar sign says little across borders. */
    static String money(Money money) {
        String[] parts = money.amount().split("\\.", 2);
        String grouped = String.format(Locale.ENGLISH, "%,d", Long.parseLong(parts[0]));
        return money.currency() + " " + grouped + (parts.length == 2 ? "." + parts[1] : "");
    }

    /** {@code PREMIUM_ECONOMY} as {@code Premium economy}. */
    static String words(String constant) {
        String lower = PlainText.oneLine(constant.toLowerCase(Locale.ROOT).replace('_', ' '));
        return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
