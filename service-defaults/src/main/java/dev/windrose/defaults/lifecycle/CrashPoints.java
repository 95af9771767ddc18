package dev.windrose.defaults.lifecycle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Named steps at which a test kills the process as {@code kill -9} would: no shutdown hook, no answer, nothing flushed. The point named
 * in {@code WINDROSE_CRASH_AT} ends the process the first time it is reached while the file {@code WINDROSE_CRASH_ARMED} exists, and takes the
 * file away first, so that the restarted process goes on. Without the variable it is an empty call.
 */
public final class CrashPoints {
    private static final @Nullable String POINT = System.getenv("WINDROSE_CRASH_AT");
    private static final @Nullable String ARMED = System.getenv("WINDROSE_CRASH_ARMED");

    private CrashPoints() {}

    /** @param point for example {@code booking.held-before-stored} */
    public static void reach(String point) {
        if (point.equals(POINT) && ARMED != null && Path.of(ARMED).toFile().delete()) {
            Runtime.getRuntime().halt(137);
        }
    }
}
