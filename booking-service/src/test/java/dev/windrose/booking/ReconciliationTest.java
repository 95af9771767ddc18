package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.reconciliation.Reconcile;
import dev.windrose.booking.reconciliation.ReconciliationReport;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The reconciler finds what shouldn't be, and nothing else. */
class ReconciliationTest extends BookingServiceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void findsSeatsWithoutBookingsAndBookingsWithoutSeats() {
        String flight = FLIGHTS.holds().flight(50, 10_000);
        String held = customer().book(flight).reference();
        String paid = customer().book(flight).reference();
        customer().pay(paid);
        customer().cancel(customer().book(flight).reference());
        assertThat(subjects()).doesNotContain(idOf(held), idOf(paid));

        FLIGHTS.holds().lose(idOf(held));
        String stray = UUID.randomUUID().toString();
        FLIGHTS.holds()
                .hold(
                        stray,
                        JSON.readTree("{\"quantity\":1,\"expiresAt\":\"2026-11-25T14:17:00.000Z\",\"segments\":"
                                + "[{\"flightId\":\"" + flight + "\",\"cabin\":\"ECONOMY\"}]}"));

        assertThat(subjects()).contains(idOf(held), stray).doesNotContain(idOf(paid));
        FLIGHTS.holds().release(stray);
        customer().cancel(held);
        assertThat(subjects()).doesNotContain(idOf(held), stray);
    }

    @Test
    void isForAdminsAndSaysWhenFlightServiceIsAway() {
        String path = "/api/v1/admin/reconciliation";

        Api.Answer report = first().asAdmin().get(path);
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().propertyNames())
                .containsExactlyInAnyOrder("checkedAt", "flightsChecked", "bookingsChecked", "discrepancies");
        assertThat(customer().get(path).status()).isEqualTo(403);
        assertThat(first().asNobody().get(path).status()).isEqualTo(401);
        FLIGHTS.goDown();
        assertThat(first().asAdmin().get(path).status()).isEqualTo(503);
    }

    private static List<String> subjects() {
        ReconciliationReport report = first().bean(Reconcile.class).reconcile();
        return report.discrepancies().stream().map(d -> d.subject()).toList();
    }
}
