package dev.windrose.e2e;

import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A replica that dies as by kill -9 at the point a test names, and is started again as an orchestrator would. */
final class Victim {
    private final ServiceProcess process;
    private final Path crashFile;
    private volatile boolean stopped;

    Victim(TestSystem system, Service service, Map<String, String> overrides) {
        crashFile = system.folder().resolve("crash-" + service + "-" + System.nanoTime());
        Map<String, String> environment = new HashMap<>(overrides);
        environment.put("WINDROSE_CRASH_FILE", crashFile.toString());
        process = system.starting(service, environment);
        Thread reviver = new Thread(this::revive, "reviver");
        reviver.setDaemon(true);
        reviver.start();
    }

    ServiceProcess process() {
        return process;
    }

    void dieAt(String point) {
        awaitAlive();
        try {
            Files.writeString(crashFile, point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once it serves, after its start or after it was started again. */
    void awaitAlive() {
        await().atMost(Duration.ofMinutes(2)).until(process::isReady);
    }

    /** Whether the point was reached, and the process with it gone. */
    boolean died() {
        return !Files.exists(crashFile);
    }

    /** For good. */
    void stop() {
        stopped = true;
        process.stop();
    }

    private void revive() {
        try {
            while (!stopped) {
                if (!process.isRunning() && !stopped) {
                    process.start().awaitReady(Duration.ofMinutes(2));
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LocalStackException e) {
            // Stopped while it started: nobody waits for it, and the next test must not hear of it.
            if (!stopped) {
                throw e;
            }
        }
    }
}
