package dev.windrose.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One service as a child JVM: started, watched, stopped or killed, and started again on the same port. It ends with
 * this JVM, however that ends: it reads a pipe that only we hold.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Path jar;
    private final int port;
    private final Map<String, String> environment;
    private final Path data;
    private @Nullable Process process;

    /**
     * @param name of process, log and pid file: {@code booking-service}, {@code booking-service-2}
     * @param port the service's own; its management port is 1000 above
     * @param environment in addition to ours
     */
    ServiceProcess(String name, Path jar, int port, Map<String, String> environment, Path data) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.environment = environment;
        this.data = data;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:<port>}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path log() {
        return data.resolve("logs").resolve(name + ".log");
    }

    /** Of the running process, or of the last one. */
    public synchronized long pid() {
        return current().pid();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts without waiting; does nothing if it runs. */
    public ServiceProcess start() {
        return start(List.of());
    }

    /** Starts with additional JVM flags, say a system property for a test. */
    public synchronized ServiceProcess start(List<String> jvmFlags) {
        if (isRunning()) {
            return this;
        }
        if (!Files.exists(jar)) {
            throw new LocalStackException(jar + " is missing; build it with: mvn -DskipTests package");
        }
        try {
            Folders.createPrivate(data.resolve("logs"));
            ProcessBuilder builder = new ProcessBuilder(JavaCommand.running(UnpackedJar.of(jar), jvmFlags))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("WINDROSE_EXIT_WITH_PARENT", "true");
            Process started = builder.start();
            process = started;
            Folders.createPrivate(data.resolve("pids"));
            Files.writeString(pidFile(), started.pid() + "\n");
            return this;
        } catch (IOException e) {
            throw new LocalStackException(name + " could not be started: " + e, e);
        }
    }

    /** Returns once it says that it is ready; fails with the end of its log if it ends or takes longer. */
    public ServiceProcess awaitReady(Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        while (!isReady()) {
            if (!isRunning()) {
                throw new LocalStackException(
                        name + " ended while it started; its log, " + log() + ", ends with:\n" + LogTail.of(log()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LocalStackException(name + " is not ready after " + limit.toSeconds() + " s; its log, "
                        + log() + ", ends with:\n" + LogTail.of(log()));
            }
            pause();
        }
        return this;
    }

    /** What its readiness probe says at this moment. */
    public boolean isReady() {
        URI probe = URI.create("http://127.0.0.1:" + (port + Service.MANAGEMENT_OFFSET) + "/actuator/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
        try {
            return isRunning()
                    && HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while " + name + " started", e);
        }
    }

    /** Kill -9; returns once it is gone. */
    public void kill() {
        if (isRunning()) {
            current().destroyForcibly();
            awaitEnd();
        }
    }

    /** Asks it to end, without waiting. */
    public void requestStop() {
        if (isRunning()) {
            current().destroy();
        }
    }

    /** Asks it to end, waits while it drains, and kills it if that takes more than 45 s. */
    public void stop() {
        requestStop();
        awaitEnd();
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitEnd() {
        Process ending;
        synchronized (this) {
            ending = process;
        }
        if (ending == null) {
            return;
        }
        try {
            if (!ending.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(pidFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Process current() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private Path pidFile() {
        return data.resolve("pids").resolve(name + ".pid");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while a service started", e);
        }
    }
}
