package dev.windrose.flight.catalogue;

import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.audit.Subject;
import dev.windrose.flight.changes.FlightChangeLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long a traveller needs at an airport between two flights at least (IATA: minimum connecting time). It isn't part of the airport's entry,
 * so that importing airports again leaves it as it is.
 */
@Component
public class MinimumConnectionTimes {
    public static final Duration USUAL = Duration.ofMinutes(60);
    private static final Duration LEAST = Duration.ofMinutes(1);
    /** A longer one could never be met: search joins flights up to six hours apart. */
    private static final Duration MOST = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final FlightChangeLog changes;
    private final AuditLog audit;

    MinimumConnectionTimes(JdbcClient jdbc, FlightChangeLog changes, AuditLog audit) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.audit = audit;
    }

    /** An airport's time, whole minutes as ISO 8601; {@code usual} if none was set. */
    public record MinimumConnectionTime(Duration minimumConnectionTime, boolean usual) {
        private static MinimumConnectionTime ofMinutes(@Nullable Integer minutes) {
            return new MinimumConnectionTime(minutes == null ? USUAL : Duration.ofMinutes(minutes), minutes == null);
        }
    }

    /** 404 {@code airport_not_found}. */
    public MinimumConnectionTime get(String airport) {
        return MinimumConnectionTime.ofMinutes(minutes(airport, ""));
    }

    /** @param time null for the usual one; 400 unless it is whole minutes, from one to six hours */
    @Transactional
    public MinimumConnectionTime set(String airport, @Nullable Duration time) {
        if (time != null && (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0 || time.toSeconds() % 60 != 0)) {
            throw ValidationFailed.of(
                    "minimumConnectionTime", "out_of_range", "must be whole minutes from PT1M to PT6H");
        }
        MinimumConnectionTime before = MinimumConnectionTime.ofMinutes(minutes(airport, " for update"));
        Integer minutes = time == null ? null : (int) time.toMinutes();
        MinimumConnectionTime after = MinimumConnectionTime.ofMinutes(minutes);
        if (!after.equals(before)) {
            jdbc.sql("update airport set min_connection_minutes = :minutes where code = :code")
                    .param("minutes", minutes)
                    .param("code", airport)
                    .update();
            changes.catalogueChanged();
            audit.record("airport.minimum-connection-time-changed", new Subject("airport", airport), before, after);
        }
        return after;
    }

    private @Nullable Integer minutes(String airport, String lock) {
        return jdbc.sql("select code, min_connection_minutes from airport where code = ?" + lock)
                .param(airport)
                .query((row, n) -> new Stored(row.getObject("min_connection_minutes", Integer.class)))
                .optional()
                .orElseThrow(CatalogueKind.AIRPORT::notFound)
                .minutes();
    }

    private record Stored(@Nullable Integer minutes) {}
}
