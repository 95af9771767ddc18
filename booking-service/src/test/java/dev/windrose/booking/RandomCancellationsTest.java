package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.reconciliation.Reconcile;
import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Any sequence of cancellations of parts, over HTTP and in the database: money and seats agree after each. */
class RandomCancellationsTest extends BookingServiceTest {
    private static final int SEQUENCES = 4;

    @ParameterizedTest
    @CsvSource({"USD, 1", "JPY, 2", "KWD, 3"})
    void moneyAndSeatsAgreeAfterEach(String currency, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SEQUENCES; i++) {
            CLOCK.reset();
            playOut(currency, random);
        }
    }

    private void playOut(String currency, Random random) {
        int passengers = 1 + random.nextInt(5);
        List<String> flights = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Instant departure = CLOCK.instant().plus(Duration.ofHours(12L + 40 * i + random.nextInt(30)));
            flights.add(FLIGHTS.holds().flight(60, 1 + random.nextInt(30_000), currency, departure));
        }
        boolean isPaid = random.nextInt(4) > 0;
        String reference = customer()
                .book(null, Requests.booking(passengers, flights.toArray(String[]::new)))
                .reference();
        long paid = isPaid ? minor(customer().pay(reference).json().path("amount")) : 0;
        long whole = minor(customer().booking(reference).json().path("total"));
        long given = 0;
        long cancelled = 0;
        JsonNode booking = customer().booking(reference).json();

        while (!booking.path("status").asString().equals("CANCELLED")) {
            if (isPaid) {
                // Ten seconds past a minute: departures, and so the tiers' ends, are at full ones.
                CLOCK.putTo(CLOCK.instant()
                        .plus(Duration.ofMinutes(random.nextInt(1_500)))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusSeconds(10));
            }
            List<Integer> who =
                    some(random, IntStream.rangeClosed(1, passengers).boxed().toList());
            List<String> where = some(random, flights);
            Api.Answer quote = customer().quote(reference, who, where);
            Api.Answer answer =
                    (random.nextBoolean() ? first() : second()).as(user).cancel(reference, who, where);
            assertThat(answer.status() + answer.code()).isEqualTo(quote.status() + quote.code());
            if (answer.status() != 200) {
                assertThat(answer.code()).isEqualTo("already_cancelled");
                continue;
            }
            JsonNode refund = answer.json().at("/refund/amount");
            assertThat(refund).isEqualTo(quote.json().path("refund"));
            long price = minor(booking.path("total")) - minor(answer.json().at("/booking/total"));
            assertThat(minor(refund) + minor(quote.json().path("fee"))).isEqualTo(isPaid ? price : 0);
            given += minor(refund);
            cancelled += price;
            booking = customer().booking(reference).json();
            assertThat(given).isBetween(0L, paid);
            assertThat(minor(booking.path("total")) + cancelled).isEqualTo(whole);
            assertThat(booking.path("refunds")
                            .valueStream()
                            .mapToLong(r -> minor(r.path("amount")))
                            .sum())
                    .isEqualTo(given);
            for (String flight : flights) {
                assertThat(FLIGHTS.holds().taken(flight)).isEqualTo(placesOn(booking, flight));
            }
        }
        assertThat(cancelled).isEqualTo(whole);
        String id = idOf(reference);
        assertThat(first().bean(Reconcile.class).reconcile().discrepancies())
                .noneMatch(d -> d.subject().equals(id));
    }

    private static int placesOn(JsonNode booking, String flight) {
        int places = 0;
        for (JsonNode passenger : booking.path("passengers")) {
            for (JsonNode place : passenger.path("flights")) {
                boolean booked = !place.path("cancelled").asBoolean();
                places += booked && place.path("flightId").asString().equals(flight) ? 1 : 0;
            }
        }
        return places;
    }

    private static <T> List<T> some(Random random, List<T> all) {
        return random.nextInt(3) == 0
                ? List.of()
                : all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    private static long minor(JsonNode money) {
        return Money.of(
                        money.path("amount").asString(),
                        new CurrencyCode(money.path("currency").asString()))
                .minor();
    }
}
