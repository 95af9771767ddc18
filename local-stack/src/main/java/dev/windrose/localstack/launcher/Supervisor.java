package dev.windrose.localstack.launcher;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.ServiceProcess;
import dev.windrose.localstack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts again what dies; what dies again and again waits longer each time, up to half a minute. */
final class Supervisor {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(2);

    private final Stack stack;
    private final Consumer<String> progress;
    private final Map<String, Trouble> troubles = new HashMap<>();

    /** How often it died lately, and when it is started next. */
    private record Trouble(int deaths, Instant restartAt, boolean waiting) {}

    Supervisor(Stack stack, Consumer<String> progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Returns when the stack is being closed. */
    void watch() {
        while (!stack.isClosing()) {
            look(Instant.now());
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One look at everything that should be running. */
    void look(Instant now) {
        stack.database().ifPresent(database -> attend("database", database.isRunning(), now, database::restart));
        for (ServiceProcess service : stack.services()) {
            attend(service.name(), service.isRunning(), now, service::start);
        }
    }

    private void attend(String name, boolean running, Instant now, Runnable restart) {
        Trouble trouble = troubles.getOrDefault(name, new Trouble(0, Instant.MIN, false));
        if (running || stack.isClosing()) {
            return;
        }
        if (!trouble.waiting()) {
            boolean steady = trouble.restartAt().isBefore(now.minus(STEADY));
            int deaths = steady ? 1 : trouble.deaths() + 1;
            Duration pause = pauseAfter(deaths);
            progress.accept(name + " has died; it is started again"
                    + (pause.isZero() ? "" : " in " + pause.toSeconds() + " s") + " (log: "
                    + stack.settings().data().resolve("logs") + ")");
            troubles.put(name, new Trouble(deaths, now.plus(pause), true));
        } else if (!now.isBefore(trouble.restartAt())) {
            troubles.put(name, new Trouble(trouble.deaths(), now, false));
            try {
                restart.run();
            } catch (LocalStackException e) {
                progress.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    /** At once after the first death, then 2, 4, 8, … seconds. */
    static Duration pauseAfter(int deaths) {
        if (deaths <= 1) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(deaths - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
