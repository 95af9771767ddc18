package dev.windrose.defaults.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Named steps at which a test kills the process as {@code kill -9} would: no shutdown hook, no answer, nothing flushed. The point that the
 * file named by {@code WINDROSE_CRASH_FILE} holds ends the process when it is reached, once: the file goes first, so that the restarted
 * process gets past it. Without the variable this is an empty call.
 */
public final class CrashPoints {
    private static final @Nullable String FILE = System.getenv("WINDROSE_CRASH_FILE");

    private CrashPoints() {}

    /** @param point for example {@code booking.held} */
    public static void reach(String point) {
        if (FILE != null && taken(Path.of(FILE), point)) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static boolean taken(Path file, String point) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip().equals(point) && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("the crash file can't be read", e);
        }
    }
}
