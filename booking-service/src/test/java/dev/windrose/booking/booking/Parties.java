package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Airline;
import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.HeldSegment;
import dev.windrose.booking.flight.Hold;
import dev.windrose.booking.flight.HoldRequest;
import dev.windrose.booking.flight.HoldState;
import dev.windrose.booking.flight.Place;
import dev.windrose.booking.payment.Card;
import dev.windrose.defaults.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Bookings made without a database, for what is a rule and no more. */
final class Parties {
    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");

    private Parties() {}

    /** So many passengers on these flights. */
    record Party(String currency, Instant booked, int passengers, List<HeldSegment> flights) {
        static Party of(String currency, Instant booked, int passengers, long... prices) {
            List<HeldSegment> flights = new ArrayList<>();
            for (long price : prices) {
                flights.add(held(
                        "F" + flights.size(),
                        price,
                        currency,
                        "SCHEDULED",
                        booked.plus(Duration.ofDays(10L + flights.size())),
                        Duration.ZERO));
            }
            return new Party(currency, booked, passengers, flights);
        }

        /** Up to nine on up to six flights within a month, some late or cancelled, at any price. */
        static Party any(String currency, Random random, Instant booked) {
            List<HeldSegment> flights = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                flights.add(held(
                        "F" + i,
                        random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(200_000),
                        currency,
                        List.of("SCHEDULED", "SCHEDULED", "DELAYED", "CANCELLED")
                                .get(random.nextInt(4)),
                        booked.plus(Duration.ofMinutes(60 + random.nextInt(60 * 24 * 30))),
                        Duration.ofMinutes(random.nextInt(4) == 0 ? 178 + random.nextInt(6) : 0)));
            }
            return new Party(currency, booked, 1 + random.nextInt(9), flights);
        }

        Booking booking() {
            var wish = new NewBooking(
                    flights.stream()
                            .map(flight -> new HoldRequest.Segment(flight.flightId(), flight.cabin()))
                            .toList(),
                    IntStream.range(0, passengers)
                            .mapToObj(i -> new NewPassenger("Ada", "Lovelace", null, PassengerType.ADULT))
                            .toList(),
                    null,
                    null);
            Booking booking = new Booking(
                    "b",
                    new BookingReference("K7QX2M"),
                    new Customer("u", "ada@example.com", "Ada"),
                    wish,
                    booked,
                    booked.plus(Duration.ofMinutes(15)));
            Money total = flights.stream()
                    .map(flight -> flight.pricePerSeat().times(passengers))
                    .reduce(Money::plus)
                    .orElseThrow();
            booking.holdAs(new Hold("b", HoldState.HELD, passengers, booking.expiresAt(), total, flights));
            return booking;
        }

        Payment pay(Booking booking, Instant now) {
            Card card = new Card("4242424242424242", YearMonth.of(2090, 1), "123", "Ada");
            booking.beginPayment(now, Duration.ofSeconds(15));
            Payment payment = Payment.authorized(booking, card, now);
            Map<Integer, String> tickets = new TreeMap<>();
            booking.stillBooked().passengers().forEach(passenger -> tickets.put(passenger, "0270000000000"));
            booking.confirm(tickets);
            payment.capture(now);
            return payment;
        }

        /** Of passengers and flights some, or all, or all without naming them. */
        CancellationRequest anyPart(Random random) {
            return new CancellationRequest(
                    some(
                            random,
                            IntStream.rangeClosed(1, passengers)
                                    .mapToObj(String::valueOf)
                                    .toList()),
                    some(random, flights.stream().map(HeldSegment::flightId).toList()));
        }

        private static List<String> some(Random random, List<String> all) {
            return random.nextInt(3) == 0
                    ? List.of()
                    : all.stream().filter(one -> random.nextInt(3) == 0).toList();
        }
    }

    static Segment flight(String id, long price, String currency, String status, Instant departure, Duration delay) {
        return new Segment(held(id, price, currency, status, departure, delay));
    }

    private static HeldSegment held(
            String id, long price, String currency, String status, Instant departure, Duration delay) {
        return new HeldSegment(
                id,
                "AS1",
                new Airline("AS", "Alaska Airlines", "027"),
                new Place("SEA", "Seattle Tacoma", "Seattle", SEATTLE),
                new Place("ANC", "Ted Stevens", "Anchorage", ZoneId.of("America/Anchorage")),
                departure.atOffset(ZoneOffset.UTC),
                departure.plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC),
                Cabin.ECONOMY,
                Money.ofMinor(price, currency),
                status,
                departure.minus(delay).atOffset(ZoneOffset.UTC),
                HoldState.HELD,
                1);
    }
}
