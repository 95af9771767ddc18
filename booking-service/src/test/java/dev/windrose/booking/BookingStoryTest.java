package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The service's story: a party books a connection, pays, and finds its trip. */
class BookingStoryTest extends BookingServiceTest {
    @Test
    void aPartyBooksPaysAndFindsItsTrip() {
        String out = FLIGHTS.holds().flight(10, 12_950);
        String on = FLIGHTS.holds().flight(10, 20_000);

        Api.Answer booked = customer().book("story", Requests.booking(2, out, on));

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.header("Location")).isEqualTo("/api/v1/bookings/" + booked.reference());
        assertThat(booked.reference()).matches("[A-HJ-NP-Z2-9]{6}");
        assertThat(booked.at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(booked.at("/paymentDueAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(booked.at("/total/amount")).isEqualTo("659.00");
        assertThat(booked.json().at("/actions").toString()).isEqualTo("[\"PAY\",\"CANCEL\",\"SELECT_SEAT\"]");
        FLIGHTS.holds().setPrice(out, 99_900);

        Api.Answer paid = customer().pay(booked.reference());

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.at("/status")).isEqualTo("SUCCEEDED");
        assertThat(paid.at("/amount/amount")).isEqualTo("659.00");
        assertThat(paid.json().path("card").toString()).isEqualTo("{\"brand\":\"visa\",\"last4\":\"4242\"}");
        JsonNode trip = customer().booking(booked.reference()).json();
        assertThat(trip.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(trip.at("/segments/0/departureTime").asString()).matches(".*:\\d\\d-0[78]:00");
        assertThat(trip.at("/passengers/0/ticketNumber").asString()).matches("027\\d{10}");
        assertThat(trip.at("/passengers/1/ticketNumber").asString())
                .matches("027\\d{10}")
                .isNotEqualTo(trip.at("/passengers/0/ticketNumber").asString());
        assertThat(trip.at("/passengers/1/flights").size()).isEqualTo(2);
        assertThat(trip.at("/payments/0/status").asString()).isEqualTo("SUCCEEDED");
        assertThat(customer().get("/api/v1/bookings?period=upcoming").at("/items/0/reference"))
                .isEqualTo(booked.reference());
    }
}
