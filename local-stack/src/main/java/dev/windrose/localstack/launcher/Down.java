package dev.windrose.localstack.launcher;

import dev.windrose.localstack.StackSettings;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the running stack and waits until it is gone. */
final class Down {

    private static final int LIMIT_SECONDS = 90;

    private final StackSettings settings;

    Down(StackSettings settings) {
        this.settings = settings;
    }

    int run() {
        Optional<ProcessHandle> launcher = new LauncherLock(settings.data()).holder();
        if (launcher.isEmpty()) {
            System.out.println("Windrose is not running.");
            return 0;
        }
        ProcessHandle process = launcher.get();
        System.out.println("Stopping Windrose (pid " + process.pid() + ") …");
        process.destroy();
        try {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            System.out.println("Stopped. The data stay in " + settings.data());
            return 0;
        } catch (TimeoutException e) {
            System.err.println("It still runs after " + LIMIT_SECONDS + " s; kill -9 " + process.pid() + " ends it.");
        } catch (ExecutionException e) {
            System.err.println("Could not wait for it: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
