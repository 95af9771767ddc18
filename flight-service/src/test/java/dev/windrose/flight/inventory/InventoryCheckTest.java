package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service's own accounts and the auditors' views say. */
class InventoryCheckTest extends InventoryTest {
    @Test
    void countersThatDifferFromTheirHoldsAreTold() {
        long flight = flight(48, 9);
        String id = held(2, flight);
        assertBooksBalance(flight);
        try {
            jdbc.sql("update flight_cabin set held = 3, sold = 1 where flight_id = ?")
                    .param(flight)
                    .update();
            assertThat(told("counters_differ", flight + "/ECONOMY"))
                    .isEqualTo("counters: 3 held, 1 sold of 9; holds: 2 held, 0 sold");
            jdbc.sql("update hold_segment set state = 'SOLD' where booking_id = ?")
                    .param(id)
                    .update();
            assertThat(told("states_differ", id)).contains("HELD").contains("SOLD");
            assertThat(told("seats_missing", id)).isNotEmpty();
            jdbc.sql("delete from flight_cabin where flight_id = ?")
                    .param(flight)
                    .update();
            assertThat(told("cabin_missing", flight + "/ECONOMY")).startsWith("holds: 0 held, 2 sold");
        } finally {
            jdbc.sql("delete from hold_segment where booking_id = ?").param(id).update();
            jdbc.sql("delete from seat_hold where booking_id = ?").param(id).update();
            jdbc.sql("delete from flight_cabin where flight_id = ?")
                    .param(flight)
                    .update();
        }
    }

    @Test
    void auditorsSeeHoldsReleasesAndTombstones() {
        long flight = flight(48, 9);
        String held = held(2, flight);
        String released = held(3, flight);
        release(released);
        String deleted = newBooking();
        release(deleted);
        String refused = newBooking();
        hold(refused, request(9, flight));

        assertThat(audit(held)).containsExactly(flight + " ECONOMY 2 HELD");
        assertThat(audit(released)).containsExactly(flight + " ECONOMY 3 RELEASED");
        assertThat(audit(deleted)).containsExactly("null null 0 TOMBSTONE");
        assertThat(audit(refused)).containsExactly("null null 0 TOMBSTONE");
        assertThat(jdbc.sql(
                                "select count(flight_id) + count(seat_no) + count(booking_id) + count(state) from audit_seat")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
        assertThat(jdbc.sql(
                                "select count(event_id) + count(aggregate_id) + count(type) + count(created_at) + count(published_at)"
                                        + " from audit_outbox")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void moreNumberedSeatsThanPlacesAreTold() {
        long flight = flight(48, 9);
        String id = held(1, flight);
        for (String seat : new String[] {"1A", "1B"}) {
            jdbc.sql(
                            "insert into flight_seat (flight_id, seat_no, cabin, booking_id, passenger_id, state) values (?, ?, 'ECONOMY', ?, ?, 'HELD')")
                    .params(flight, seat, id, seat)
                    .update();
        }

        assertThat(told("seat_differs", id)).isEqualTo("2 seats of flight " + flight + " are numbered for 1 places");
        release(id);
    }

    @Test
    void aNumberedSeatWithoutItsHoldIsTold() {
        String stray = newBooking();
        jdbc.sql(
                        "insert into flight_seat (flight_id, seat_no, cabin, booking_id, passenger_id, state) values (4711, '1A', 'ECONOMY', ?, '1', 'ASSIGNED')")
                .param(stray)
                .update();

        assertThat(told("seat_differs", stray)).isEqualTo("seat 1A of flight 4711 is ASSIGNED, and its hold is not");

        jdbc.sql("delete from flight_seat where booking_id = ?").param(stray).update();
    }

    @Test
    void takingAndGivingBackIsToldToTheReadModels() {
        long flight = flight(48, 9);
        String id = held(1, flight);
        assertThat(changesOf(flight)).isEqualTo(1);
        confirm(id);
        assertThat(changesOf(flight)).isEqualTo(1);
        release(id);
        assertThat(changesOf(flight)).isEqualTo(2);
    }

    private int changesOf(long flight) {
        return jdbc.sql("select count(*) from flight_change where flight_id = ?")
                .param(flight)
                .query(Integer.class)
                .single();
    }

    private List<String> audit(String booking) {
        return jdbc.sql("select flight_id, cabin, qty, state from audit_hold where booking_id = ?")
                .param(booking)
                .query((row, n) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + " " + row.getString(4))
                .list();
    }

    private String told(String kind, String subject) {
        JsonNode report = booking.get("/internal/inventory/discrepancies").json();
        assertThat(report.path("flightsChecked").asInt()).isPositive();
        return report.path("discrepancies")
                .valueStream()
                .filter(d -> d.path("kind").asString().equals(kind)
                        && d.path("subject").asString().equals(subject))
                .map(d -> d.path("detail").asString())
                .findFirst()
                .orElseThrow();
    }
}
