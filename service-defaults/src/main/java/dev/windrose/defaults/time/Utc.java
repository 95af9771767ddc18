package dev.windrose.defaults.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Between instants and {@code datetime(3)} columns, which hold UTC to the millisecond. */
public final class Utc {
    private static final DateTimeFormatter COLUMN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Utc() {}

    /**
     * For a statement's parameter: {@code 2026-12-01 06:15:00.250}. Text, since Connector/J cuts the milliseconds off any other
     * type when the server is a MariaDB before 11.0, see docs/adr/0010.
     */
    public static String column(Instant instant) {
        return COLUMN.format(instant);
    }

    /** A column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** A column that may be null. */
    public static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        LocalDateTime local = row.getObject(column, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }
}
