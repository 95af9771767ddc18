package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.DatabasePart;
import dev.windrose.localstack.TestParts;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Bookings from before places had rows of their own get them. */
class PlacesMigrationTest {
    private static final String SCHEMA = TestParts.get().schema("booking") + "_before_places";
    private final JdbcClient jdbc = JdbcClient.create(dataSource());

    @AfterEach
    void forget() {
        jdbc.sql("drop schema if exists " + SCHEMA).update();
    }

    @Test
    void everyPassengerHasAPlaceOnEveryFlightAtItsPrice() {
        migrateTo("1.1");
        booking("00000000-0000-0000-0000-00000000000a", "CONFIRMED", 2, 10_000, 5_000);
        booking("00000000-0000-0000-0000-00000000000b", "CANCELLED", 1, 7_000);
        refund("00000000-0000-0000-0000-00000000000b", 7_000, 3_500);

        migrateTo("latest");

        assertThat(jdbc.sql(
                                "select concat(position, ' ', passenger, ' ', flight_id, ' ', price_minor, ' ', cancelled_at is not null)"
                                        + " from passenger_flight order by booking_id, position")
                        .query(String.class)
                        .list())
                .containsExactly("0 1 F0 10000 0", "1 1 F1 5000 0", "2 2 F0 10000 0", "3 2 F1 5000 0", "0 1 F0 7000 1");
        assertThat(jdbc.sql("select refunded_minor from payment")
                        .query(Long.class)
                        .list())
                .containsExactly(3_500L);
    }

    private void booking(String id, String state, int passengers, long... prices) {
        jdbc.sql(
                        "insert into booking (id, reference, user_id, state, recipient_email, recipient_name, passenger_count, total_minor,"
                                + " currency, created_at, expires_at) values (?, ?, 'u', ?, 'a@example.com', 'A', ?, 1, 'USD', utc_timestamp(3),"
                                + " utc_timestamp(3))")
                .params(id, id.substring(id.length() - 6).toUpperCase(Locale.ROOT), state, passengers)
                .update();
        for (int i = 0; i < passengers; i++) {
            jdbc.sql(
                            "insert into passenger (booking_id, position, first_name, last_name, type) values (?, ?, 'A', 'B', 'ADULT')")
                    .params(id, i)
                    .update();
        }
        for (int i = 0; i < prices.length; i++) {
            jdbc.sql(
                            "insert into booking_segment values (?, ?, ?, 'AS1', 'AS', 'Alaska', '027', 'SEA', 'S', 'S', 'UTC', 'ANC', 'A', 'A',"
                                    + " 'UTC', utc_timestamp(3), utc_timestamp(3), 'ECONOMY', ?, 'SCHEDULED')")
                    .params(List.of(id, i, "F" + i, prices[i]))
                    .update();
        }
    }

    private void refund(String booking, long paid, long refunded) {
        jdbc.sql(
                        "insert into payment (id, booking_id, state, amount_minor, currency, card_brand, card_last4, created_at) values"
                                + " ('p', ?, 'CAPTURED', ?, 'USD', 'VISA', '4242', utc_timestamp(3))")
                .params(booking, paid)
                .update();
        jdbc.sql("insert into refund values ('r', ?, 'p', 'REFUNDED', ?, 'USD', utc_timestamp(3))")
                .params(booking, refunded)
                .update();
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource())
                .schemas(SCHEMA)
                .locations("classpath:db/defaults", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static DriverManagerDataSource dataSource() {
        DatabasePart server = TestParts.get().database();
        return new DriverManagerDataSource(
                "jdbc:mysql://" + server.host() + ":" + server.port() + "/" + SCHEMA
                        + "?createDatabaseIfNotExist=true&allowPublicKeyRetrieval=true",
                server.user(),
                server.password());
    }
}
