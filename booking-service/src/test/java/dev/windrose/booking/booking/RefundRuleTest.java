package dev.windrose.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.booking.booking.BookingSettings.RefundTier;
import dev.windrose.booking.booking.Parties.Party;
import dev.windrose.defaults.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of cancellations of parts gives back what was quoted, never more than was paid, and sums to the whole. */
class RefundRuleTest {
    private static final Instant BOOKED = Instant.parse("2026-11-01T00:00:00Z");
    private static final int CASES = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD"})
    void anySequenceOfPartsSumsToTheWhole(String currency) {
        for (int seed = 0; seed < CASES; seed++) {
            try {
                playOut(currency, new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void playOut(String currency, Random random) {
        List<RefundTier> tiers = anyTiers(random);
        RefundRule rule = new RefundRule(tiers);
        Party party = Party.any(currency, random, BOOKED);
        Booking booking = party.booking();
        Payment payment = party.pay(booking, BOOKED);
        long paid = payment.amount().minor();
        long given = 0;
        long cancelledPrice = 0;
        Instant now = BOOKED;
        assertThat(booking.total()).isEqualTo(payment.amount());

        while (!booking.is(BookingState.CANCELLED)) {
            now = now.plus(Duration.ofMinutes(random.nextInt(3_000)));
            assertQuotesOfPartsSumToThatOfTheWhole(rule, booking, now);
            List<PassengerFlight> places;
            try {
                places = party.anyPart(random).select(booking);
            } catch (BookingConflict gone) {
                continue;
            }
            RefundQuote quote = rule.quote(booking, places, now);
            for (RefundQuote.Line line : quote.lines()) {
                assertThat(line.refundMinor()).isEqualTo(expected(line, tiers, now));
            }
            assertThat(quote.refund().plus(quote.fee())).isEqualTo(quote.paid());
            assertThat(quote.fee().minor()).isNotNegative();
            if (quote.until() != null) {
                assertThat(quote.until()).isAfterOrEqualTo(now);
            }

            booking.cancel(quote, "c" + given, now);
            payment.giveBack(quote.refund(), booking.is(BookingState.CANCELLED));
            given += quote.refund().minor();
            cancelledPrice += quote.paid().minor();

            assertThat(given).isBetween(0L, paid);
            assertThat(booking.total().minor() + cancelledPrice).isEqualTo(paid);
            assertThat(booking.quoted()).as("what was charged stays").isEqualTo(payment.amount());
            Instant then = now;
            for (PassengerFlight place : places) {
                var again = new CancellationRequest(List.of(place.passengerId()), List.of(place.flightId()));
                assertThatThrownBy(() -> again.select(booking)).isInstanceOf(BookingConflict.class);
                assertThatThrownBy(() -> booking.cancel(quote, "again", then)).isInstanceOf(RuntimeException.class);
            }
        }
        assertThat(booking.total().minor()).isZero();
        assertThat(cancelledPrice).isEqualTo(paid);
        assertThat(payment.is(PaymentState.REFUNDED)).isEqualTo(given == paid);
        Money tooMuch = Money.ofMinor(paid - given + 1, currency);
        assertThatThrownBy(() -> payment.giveBack(tooMuch, true)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertQuotesOfPartsSumToThatOfTheWhole(RefundRule rule, Booking booking, Instant now) {
        List<PassengerFlight> left = booking.stillBooked().places();
        RefundQuote whole = rule.quote(booking, left, now);
        long parts = left.stream()
                .mapToLong(place ->
                        rule.quote(booking, List.of(place), now).refund().minor())
                .sum();
        assertThat(parts).isEqualTo(whole.refund().minor());
        if (whole.until() != null && whole.until().isAfter(now)) {
            RefundQuote last = rule.quote(booking, left, whole.until());
            RefundQuote next = rule.quote(booking, left, whole.until().plusMillis(1));
            assertThat(terms(next)).as("and no longer").isNotEqualTo(terms(last));
        }
    }

    private static List<RefundTerms> terms(RefundQuote quote) {
        return quote.lines().stream().map(RefundQuote.Line::terms).toList();
    }

    /** The rule in other words: integers only. */
    private static long expected(RefundQuote.Line line, List<RefundTier> tiers, Instant now) {
        Segment flight = line.segment();
        long percent = 0;
        if (flight.flightStatus().equals("CANCELLED")) {
            percent = 100;
        } else if (now.isBefore(flight.departureAt()) && !flight.flightStatus().equals("DEPARTED")) {
            boolean late = flight.departureAt()
                    .isAfter(flight.scheduledDepartureTime().toInstant().plus(Duration.ofHours(3)));
            long minutes = Duration.between(now, flight.departureAt()).toMinutes();
            for (int i = tiers.size() - 1; i >= 0; i--) {
                percent = minutes >= tiers.get(i).before().toMinutes()
                        ? tiers.get(i).percent()
                        : percent;
            }
            percent = late ? 100 : percent;
        }
        return (line.place().priceMinor() * percent * 2 + 100) / 200;
    }

    /** The longest time first, whole minutes, falling percentages. */
    private static List<RefundTier> anyTiers(Random random) {
        List<RefundTier> tiers = new ArrayList<>();
        int percent = 100;
        int hours = 24 * 30;
        for (int i = random.nextInt(5); i > 0; i--) {
            tiers.add(new RefundTier(Duration.ofHours(hours), percent));
            hours = random.nextInt(hours + 1);
            percent = random.nextInt(percent + 1);
        }
        return tiers;
    }

    @ParameterizedTest
    @CsvSource({
        // a third of a cent, of a yen and of a fils, and the halves between two
        "USD, 1, 50, 1",
        "USD, 3, 50, 2",
        "USD, 12950, 75, 9713",
        "USD, 2, 33, 1",
        "USD, 1, 49, 0",
        "JPY, 10001, 50, 5001",
        "JPY, 98765, 75, 74074",
        "KWD, 12345, 50, 6173",
        "KWD, 7, 75, 5",
        "KWD, 9007199254740993, 100, 9007199254740993"
    })
    void halfAMinorUnitGoesUp(String currency, long paid, int percent, long refund) {
        RefundTerms terms = new RefundTerms(percent, RefundReason.TIME_LEFT, null);

        assertThat(terms.of(paid)).as(currency).isEqualTo(refund);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, 0, PT71H, 75, TIME_LEFT",
        "SCHEDULED, 0, PT3H59M, 0, TIME_LEFT",
        "DELAYED, 180, PT1H, 0, TIME_LEFT",
        "DELAYED, 181, PT1H, 100, FLIGHT_DELAYED",
        "DELAYED, 181, PT0S, 0, FLIGHT_DEPARTED",
        "SCHEDULED, 0, PT-1H, 0, FLIGHT_DEPARTED",
        "DEPARTED, 300, PT1H, 0, FLIGHT_DEPARTED",
        "CANCELLED, 0, PT1H, 100, FLIGHT_CANCELLED",
        "CANCELLED, 0, PT-900H, 100, FLIGHT_CANCELLED"
    })
    void theAirlinesFaultsGiveAllBackUntilTheFlightHasGone(
            String status, int delayMinutes, Duration left, int percent, RefundReason reason) {
        Instant departure = BOOKED.plus(Duration.ofDays(20));
        Segment flight = Parties.flight("1", 10_000, "USD", status, departure, Duration.ofMinutes(delayMinutes));
        RefundRule rule = new RefundRule(List.of(
                new RefundTier(Duration.ofHours(72), 100),
                new RefundTier(Duration.ofHours(24), 75),
                new RefundTier(Duration.ofHours(4), 50)));

        RefundTerms terms = rule.termsOf(flight, departure.minus(left));

        assertThat(terms.percent()).isEqualTo(percent);
        assertThat(terms.reason()).isEqualTo(reason);
    }

    @Test
    void thePartsOfAnUnpaidBookingCostNothingAndAreNotAskedFor() {
        Party party = Party.of("KWD", BOOKED, 3, 10_001, 20_002);
        Booking booking = party.booking();
        RefundRule rule = new RefundRule(List.of(new RefundTier(Duration.ofHours(1), 100)));

        RefundQuote quote =
                rule.quote(booking, new CancellationRequest(List.of("2"), List.of("F0")).select(booking), BOOKED);
        booking.cancel(quote, "c", BOOKED);

        assertThat(quote.refund().amount() + quote.fee().amount() + quote.paid().amount())
                .isEqualTo("0.0000.0000.000");
        assertThat(quote.until()).isEqualTo(booking.expiresAt());
        assertThat(booking.quoted().amount()).isEqualTo("80.008");
        assertThat(party.pay(booking, BOOKED).amount()).isEqualTo(booking.total());
        assertThat(booking.stillBooked().passengersOn(booking.segments().get(0)))
                .containsExactly("1", "3");
    }
}
