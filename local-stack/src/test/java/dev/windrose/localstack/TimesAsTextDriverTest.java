package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimesAsTextDriverTest {
    private static final Instant TIME = Instant.parse("2026-12-01T06:15:00.250Z");

    private final Connection connection = connect();

    private static Connection connect() throws SQLException {
        DatabasePart database = TestParts.get().database();
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        String url = "jdbc:mysql://" + database.host() + ":" + database.port() + "/?allowPublicKeyRetrieval=true";
        return Objects.requireNonNull(new TimesAsTextDriver().connect(url, login));
    }

    TimesAsTextDriverTest() throws SQLException {}

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<Object> times() {
        LocalDateTime local = LocalDateTime.ofInstant(TIME, ZoneOffset.UTC);
        return Stream.of(
                TIME,
                local,
                local.atOffset(ZoneOffset.UTC),
                local.atZone(ZoneOffset.UTC),
                LocalTime.NOON,
                Timestamp.from(TIME),
                java.util.Date.from(TIME),
                GregorianCalendar.from(local.atZone(ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @MethodSource("times")
    void refusesTimes(Object time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ?")) {
            assertThatThrownBy(() -> statement.setObject(1, time))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("times are sent as text");
        }
    }

    @Test
    void refusesTimestampsByTheirOwnMethodToo() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ?")) {
            assertThatThrownBy(() -> statement.setTimestamp(1, Timestamp.from(TIME)))
                    .hasMessageContaining("times are sent as text");
        }
    }

    @Test
    void takesTextDatesAndNull() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ?, ?, ?")) {
            statement.setString(1, "2026-12-01 06:15:00.250");
            statement.setObject(2, LocalDate.of(2026, 12, 1));
            statement.setObject(3, null);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("2026-12-01 06:15:00.250");
                assertThat(row.getString(2)).isEqualTo("2026-12-01");
                assertThat(row.getString(3)).isNull();
            }
        }
    }
}
