package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.defaults.time.Utc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Times reach the database with their milliseconds, on servers too for which the driver would cut them off (docs/adr/0010). */
class TimesTest extends BookingServiceTest {
    @Test
    void entitiesKeepTheirMilliseconds() {
        String flight = FLIGHTS.holds().flight(5, 10_000, CLOCK.instant().plus(Duration.ofDays(30)));
        Api.Answer booked = customer().book(flight);

        assertThat(jdbc.sql("select cast(expires_at as char) from booking where reference = ?")
                        .param(booked.reference())
                        .query(String.class)
                        .single())
                .isEqualTo(Utc.column(Instant.parse(booked.at("/paymentDueAt"))));
    }

    @Test
    void testsRefuseTimesThatAreNotText() {
        assertThatThrownBy(() -> jdbc.sql("select count(*) from booking where expires_at > ?")
                        .param(LocalDateTime.parse("2030-12-01T06:15:00"))
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("times are sent as text");
    }
}
