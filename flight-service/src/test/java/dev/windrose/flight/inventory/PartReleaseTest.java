package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Parts of a booking given back: once per release, the rest stays, the books balance. */
class PartReleaseTest extends InventoryTest {
    private static final String ONE = UUID.randomUUID().toString();
    private static final String TWO = UUID.randomUUID().toString();

    @Test
    void whatIsGivenBackIsFreeAndTheRestStays() {
        long there = flight(48, 9);
        long back = flight(72, 9);
        String id = held(3, there, back);

        assertThat(releasePart(id, ONE, List.of(part(there, 1, "2"))).status()).isEqualTo(204);
        assertThat(counters(there)).isEqualTo(new Counters(9, 2, 0));
        assertThat(counters(back)).isEqualTo(new Counters(9, 3, 0));
        JsonNode sold = confirm(id).json();
        assertThat(sold.at("/segments/0/quantity").asInt()).isEqualTo(2);
        assertThat(sold.at("/segments/1/quantity").asInt()).isEqualTo(3);
        assertThat(sold.at("/total/amount").asString()).isEqualTo("500.00");
        assertThat(counters(there)).isEqualTo(new Counters(9, 0, 2));

        assertThat(releasePart(id, TWO, List.of(part(back, 3, "1", "2", "3"), part(there, 1, "1")))
                        .status())
                .isEqualTo(204);
        assertThat(counters(there)).isEqualTo(new Counters(9, 0, 1));
        assertThat(counters(back)).isEqualTo(new Counters(9, 0, 0));
        assertThat(audited(id)).containsExactly("ECONOMY 1 SOLD", "ECONOMY 3 RELEASED");
        assertThat(get(id).json().path("state").asString()).isEqualTo("SOLD");
        assertThat(changes(there)).endsWith("7 8");
        assertBooksBalance(there, back);
    }

    @Test
    void aReleaseThatComesAgainChangesNothingAndWithAnotherBodyIsRefused() {
        long flight = flight(48, 9);
        String id = held(3, flight);

        assertThat(releasePart(id, ONE, List.of(part(flight, 1, "1"))).status()).isEqualTo(204);
        assertThat(releasePart(id, ONE, List.of(part(flight, 1, "1"))).status()).isEqualTo(204);
        Answer other = releasePart(id, ONE, List.of(part(flight, 2, "1", "2")));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("release_mismatch");
        assertThat(counters(flight).held()).isEqualTo(2);
        assertThat(releasePart(id, TWO, List.of(part(flight, 3))).code()).isEqualTo("release_exceeds_hold");
        assertThat(releasePart(id, TWO, List.of(part(flight(48, 3), 1))).code()).isEqualTo("release_exceeds_hold");
        assertThat(releasePart(newBooking(), TWO, List.of(part(flight, 1))).code())
                .isEqualTo("hold_not_found");
        assertBooksBalance(flight);
    }

    @Test
    void theLastSeatEndsTheHold() {
        long flight = flight(48, 9);
        String id = held(2, flight);
        confirm(id);

        releasePart(id, ONE, List.of(part(flight, 1, "1")));
        releasePart(id, TWO, List.of(part(flight, 1, "2")));

        assertThat(stateOf(id)).isEqualTo("RELEASED");
        assertThat(confirm(id).code()).isEqualTo("hold_gone");
        assertThat(release(id).status()).isEqualTo(204);
        assertThat(releasePart(id, UUID.randomUUID().toString(), List.of(part(flight, 1)))
                        .status())
                .isEqualTo(204);
        assertThat(counters(flight)).isEqualTo(new Counters(9, 0, 0));
        assertBooksBalance(flight);
    }

    @Test
    void whatWasGivenBackHindersNoPayment() {
        long cancelled = flight(48, 9);
        long deleted = flight(60, 9);
        long kept = flight(72, 9);
        String id = held(1, cancelled, deleted, kept);
        status(cancelled, "CANCELLED");
        assertThat(confirm(id).code()).isEqualTo("flight_closed");

        releasePart(id, ONE, List.of(part(cancelled, 1, "1"), part(deleted, 1, "1")));
        jdbc.sql("delete from flight_cabin where flight_id = ?").param(deleted).update();
        jdbc.sql("delete from flight where id = ?").param(deleted).update();

        Answer sold = confirm(id);
        assertThat(sold.status()).isEqualTo(200);
        assertThat(sold.json().path("segments").size()).isEqualTo(2);
        assertThat(sold.json().at("/total/amount").asString()).isEqualTo("100.00");
        assertThat(booking.get("/internal/holds").status()).isEqualTo(200);
        assertBooksBalance(cancelled, kept);
    }

    @Test
    void theSeatsOfThePassengersGoAndAWishThatComesLateFindsNoPlace() {
        jdbc.sql("insert ignore into airplane values ('QI-SEAT', 'Tester')").update();
        jdbc.sql("insert ignore into airplane_cabin values ('QI-SEAT', 'ECONOMY', 1, 9, 'ABC-DEF', '', 54)")
                .update();
        long flight = flight(48, 54);
        jdbc.sql("update flight set airplane = 'QI-SEAT' where id = ?")
                .param(flight)
                .update();
        String id = held(3, flight);
        assertThat(seats(id, flight, "1", "4A").status()).isEqualTo(200);
        assertThat(seats(id, flight, "2", "4B").status()).isEqualTo(200);
        assertThat(seats(id, flight, "3", "4C").status()).isEqualTo(200);

        assertThat(releasePart(id, ONE, List.of(part(flight, 1))).code()).isEqualTo("release_leaves_seats");
        assertThat(releasePart(id, ONE, List.of(part(flight, 1, "2"))).status()).isEqualTo(204);

        assertThat(taken(flight)).containsExactly("4A", "4C");
        assertThat(seats(id, flight, "2", "5A").code()).isEqualTo("hold_gone");
        assertThat(seats(id, flight, "3", "4B").status()).isEqualTo(200);
        Map<String, Object> bySeat =
                Map.of("flightId", Long.toString(flight), "cabin", ECONOMY, "qty", 1, "seats", List.of("4B"));
        assertThat(releasePart(id, TWO, List.of(bySeat)).status()).isEqualTo(204);
        assertThat(taken(flight)).containsExactly("4A");
        assertBooksBalance(flight);
    }

    @Test
    void aBodyThatIsNoReleaseIsRefusedWithEveryFault() {
        Answer refused = releasePart(
                newBooking(),
                ONE,
                List.of(
                        Map.of("qty", 0),
                        Map.of("flightId", "1", "cabin", ECONOMY, "qty", 1, "passengers", List.of("1", "2")),
                        Map.of("flightId", "1", "cabin", ECONOMY, "qty", 1, "seats", List.of(""))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "parts[0].flightId",
                        "parts[0].cabin",
                        "parts[0].qty",
                        "parts[1].passengers",
                        "parts[2].seats[0]",
                        "parts[2].flightId");
        assertThat(releasePart(newBooking(), ONE, List.of()).status()).isEqualTo(400);
        assertThat(releasePart(newBooking(), "x", List.of(part(1, 1))).status()).isEqualTo(400);
    }

    /** Overlapping releases of all bookings at once, each several times, while others buy, pay and give back. */
    @ParameterizedTest
    @ValueSource(longs = {4, 20_261_128})
    void countersAgreeWithTheHoldsAfterAnySequence(long seed) throws Exception {
        Random random = new Random(seed);
        long[] flights = {flight(48, 60), flight(60, 60), flight(72, 60)};
        List<Callable<Answer>> all = new ArrayList<>();
        List<String> bookings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = held(1 + random.nextInt(6), flights);
            bookings.add(id);
            if (random.nextBoolean()) {
                confirm(id);
            }
            for (int k = 0; k < 6; k++) {
                String release = UUID.randomUUID().toString();
                List<Map<String, Object>> parts =
                        List.of(part(flights[random.nextInt(2)], 1 + random.nextInt(2)), part(flights[2], 1));
                all.add(() -> releasePart(id, release, parts));
                all.add(() -> releasePart(id, release, parts));
            }
            all.add(random.nextInt(4) == 0 ? () -> release(id) : () -> confirm(id));
        }

        List<Answer> answers = atOnce(all);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 204, 409, 410, 503));
        assertBooksBalance(flights);
        bookings.forEach(this::release);
        for (long flight : flights) {
            assertThat(counters(flight)).isEqualTo(new Counters(60, 0, 0));
        }
        assertBooksBalance(flights);
    }

    private Answer seats(String id, long flight, String passenger, String seat) {
        return booking.put(
                "/internal/holds/" + id + "/seats",
                Map.of(
                        "flightId",
                        Long.toString(flight),
                        "assignments",
                        List.of(Map.of("passengerId", passenger, "seat", seat))));
    }

    private List<String> taken(long flight) {
        return jdbc.sql("select seat_no from audit_seat where flight_id = ? order by seat_no")
                .param(Long.toString(flight))
                .query(String.class)
                .list();
    }

    private List<String> audited(String id) {
        return jdbc.sql(
                        "select concat(cabin, ' ', qty, ' ', state) from audit_hold where booking_id = ? order by flight_id + 0")
                .param(id)
                .query(String.class)
                .list();
    }

    /** What searches are told of the flight's seats, from and to. */
    private List<String> changes(long flight) {
        return jdbc.sql(
                        "select concat(prior_seats_available, ' ', seats_available) from flight_change where flight_id = ?"
                                + " and seats_available is not null order by seq")
                .param(flight)
                .query(String.class)
                .list();
    }
}
