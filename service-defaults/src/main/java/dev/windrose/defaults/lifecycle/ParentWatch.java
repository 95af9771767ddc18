package dev.windrose.defaults.lifecycle;

import java.io.IOException;

/**
 * Ends this process when the one that started it is gone, however it went: its end of our standard input closes. Switched on with
 * {@code WINDROSE_EXIT_WITH_PARENT=true} by the local stack.
 */
public final class ParentWatch {
    private ParentWatch() {}

    /** Call first in {@code main}. */
    public static void startIfAsked() {
        if (Boolean.parseBoolean(System.getenv("WINDROSE_EXIT_WITH_PARENT"))) {
            Thread watch = new Thread(ParentWatch::awaitEnd, "parent-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said on this pipe; only its end matters
            }
        } catch (IOException e) {
            // the pipe broke, which is its end
        }
        Runtime.getRuntime().halt(1);
    }
}
