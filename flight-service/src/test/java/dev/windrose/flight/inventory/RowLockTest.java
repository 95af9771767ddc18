package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody else sits on a row. */
class RowLockTest extends InventoryTest {
    @Autowired
    private DataSource dataSource;

    @Test
    void aRowThatCannotBeHadIsUnknownAndLeavesNothing() throws Exception {
        long free = flight(48, 9);
        long locked = flight(60, 9);
        String id = newBooking();
        String sold = held(1, locked);
        try (Connection other = lock(locked)) {
            Answer hold = hold(id, request(1, free, locked));
            assertThat(hold.status()).isEqualTo(503);
            assertThat(hold.code()).isEqualTo("service_unavailable");
            assertThat(hold.header("Retry-After")).isNotEmpty();
            assertThat(confirm(sold).status()).isEqualTo(503);
            assertThat(stateOf(id)).isNull();
            assertThat(counters(free).held()).isZero();
            other.rollback();
        }
        assertThat(hold(id, request(1, free, locked)).status()).isEqualTo(200);
        assertThat(confirm(sold).status()).isEqualTo(200);
        assertBooksBalance(free, locked);
    }

    @Test
    void aFullFlightRefusesWithoutWaitingForItsRow() throws Exception {
        long full = flight(48, 1);
        held(1, full);
        try (Connection other = lock(full)) {
            assertThat(hold(newBooking(), request(1, full)).code()).isEqualTo("insufficient_seats");
            other.rollback();
        }
    }

    /** The lock's walk of the primary key touches no other row, on a table as small as this one too. */
    @Test
    void neighboursOfALockedRowAreNotTouched() throws Exception {
        long before = flight(48, 9);
        long between = flight(60, 9);
        long after = flight(72, 9);
        cabin(before, BUSINESS, 5, 500_00);
        try (Connection other = lock(between)) {
            assertThat(hold(newBooking(), request(1, List.of(segment(after, ECONOMY), segment(before, BUSINESS))))
                            .status())
                    .isEqualTo(200);
            other.rollback();
        }
        assertThat(counters(before, BUSINESS).held()).isEqualTo(1);
    }

    private Connection lock(long flight) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement =
                connection.prepareStatement("select held from flight_cabin where flight_id = ? for update")) {
            statement.setLong(1, flight);
            statement.executeQuery();
        }
        return connection;
    }
}
