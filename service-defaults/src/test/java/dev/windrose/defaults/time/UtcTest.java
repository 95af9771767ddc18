package dev.windrose.defaults.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.defaults.SharedTables;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Milliseconds arrive, whichever server it is. */
class UtcTest {
    private static SharedTables tables;
    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        tables = new SharedTables("times");
        jdbc = tables.jdbc();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void clear() {
        jdbc.sql("delete from inbox_event").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T06:15:00Z", "2026-12-01T06:15:00.250Z", "2024-02-29T23:59:59.999Z"})
    void aColumnGivesBackWhatItWasGiven(Instant time) {
        receivedAt(time);

        assertThat(jdbc.sql("select received_at from inbox_event")
                        .query((row, n) -> Utc.instant(row, "received_at"))
                        .single())
                .isEqualTo(time);
    }

    @Test
    void comparesToTheMillisecond() {
        Instant time = Instant.parse("2026-12-01T06:15:00.250Z");
        receivedAt(time);

        assertThat(receivedUntil(time.minusMillis(1))).isZero();
        assertThat(receivedUntil(time)).isOne();
    }

    @Test
    void cutsWhatIsBelowTheMillisecondAsTheDatabasesClockDoes() {
        assertThat(Utc.column(Instant.parse("2026-12-01T06:15:00.250999999Z"))).isEqualTo("2026-12-01 06:15:00.250");
    }

    /** Else nobody would notice on a server where it does no harm. */
    @Test
    void testsRefuseTimesThatAreNotText() {
        assertThatThrownBy(() -> jdbc.sql("select count(*) from inbox_event where received_at > ?")
                        .param(LocalDateTime.parse("2026-12-01T06:15:00.250"))
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("times are sent as text");
    }

    private static void receivedAt(Instant time) {
        jdbc.sql("insert into inbox_event (event_id, consumer, received_at) values ('e', 'c', ?)")
                .param(Utc.column(time))
                .update();
    }

    private static long receivedUntil(Instant time) {
        return jdbc.sql("select count(*) from inbox_event where received_at <= ?")
                .param(Utc.column(time))
                .query(Long.class)
                .single();
    }
}
