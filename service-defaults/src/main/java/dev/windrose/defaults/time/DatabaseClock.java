package dev.windrose.defaults.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's time, UTC, to the millisecond: what decides where replicas must agree (deadlines, leases, claims), however their own
 * clocks differ. Each reading is a round trip, within the transaction at hand if there is one.
 */
public final class DatabaseClock extends Clock {
    private final JdbcClient jdbc;

    public DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        return jdbc.sql("select utc_timestamp(3)")
                .query((row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .single();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are UTC; local time comes from the airport's zone");
    }
}
