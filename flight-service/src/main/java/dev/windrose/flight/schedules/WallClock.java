package dev.windrose.flight.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which instant a clock on the wall means on a date. Of two that it shows alike, the earlier. A time that it skips is moved forward by
 * the gap (02:30 is 03:30 that day), as is usual in timetables; should that be the next day, it is the last minute before the gap, since
 * a flight keeps its date.
 */
final class WallClock {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private WallClock() {}

    /** Null if the zone has no such day at all: it went over the date line. */
    static @Nullable Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime clock = date.atTime(time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(clock);
        if (!offsets.isEmpty()) {
            return clock.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(clock);
        Instant moved = clock.toInstant(gap.getOffsetBefore());
        Instant before = gap.getInstant().minus(A_MINUTE);
        if (isOn(date, moved, zone)) {
            return moved;
        }
        return isOn(date, before, zone) ? before : null;
    }

    private static boolean isOn(LocalDate date, Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().equals(date);
    }
}
