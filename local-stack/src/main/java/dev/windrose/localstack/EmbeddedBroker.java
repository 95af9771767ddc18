package dev.windrose.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.jspecify.annotations.Nullable;

/** An AMQP 0-9-1 broker inside this JVM, on the loopback interface only; may be stopped and started on the same port. */
public final class EmbeddedBroker implements AutoCloseable {

    public static final String USER = "windrose";
    public static final String PASSWORD = "windrose";

    /** {@code %1$d} port, {@code %2$s} and {@code %3$s} account, {@code %4$s} the store. A full disk is not our affair. */
    private static final String CONFIGURATION = """
            {
              "name": "windrose",
              "modelVersion": "9.1",
              "context": {
                "store.filesystem.maxUsagePercent": "0", "qpid.port.closeWhenNoRoute": "false",
                "broker.failStartupWithErroredChild": "true"},
              "authenticationproviders": [{
                "name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
                "users": [{"name": "%2$s", "password": "%3$s", "type": "managed"}]
              }],
              "ports": [{
                "name": "amqp", "type": "AMQP", "port": %1$d, "bindingAddress": "127.0.0.1",
                "protocols": ["AMQP_0_9", "AMQP_0_9_1"], "authenticationProvider": "plain",
                "virtualhostaliases": [{"name": "default", "type": "defaultAlias"}]
              }],
              "virtualhostnodes": [{"name": "default", "defaultVirtualHostNode": true, %4$s}]
            }
            """;

    private static final String IN_MEMORY = """
            "type": "Memory", "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"
            """;

    private final int port;
    private final String store;
    private @Nullable SystemLauncher running;

    private EmbeddedBroker(int port, String store) {
        this.port = port == 0 ? FreePorts.next() : port;
        this.store = store;
    }

    /** Forgets everything when it stops; for tests. */
    public static EmbeddedBroker inMemory(int port) {
        EmbeddedBroker broker = new EmbeddedBroker(port, IN_MEMORY);
        broker.start();
        return broker;
    }

    /** Keeps durable queues and persistent messages below {@code folder}. */
    public static EmbeddedBroker keptIn(Path folder, int port) {
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        String store = "\"type\": \"DERBY\", \"storePath\": "
                + Json.quote(folder.resolve("store").toString())
                + ", \"virtualHostInitialConfiguration\": \"{\\\"type\\\": \\\"ProvidedStore\\\"}\"";
        EmbeddedBroker broker = new EmbeddedBroker(port, store);
        broker.start();
        return broker;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public boolean isRunning() {
        return running != null;
    }

    /** Starts it again after {@link #close()}, on the same port. */
    public void start() {
        if (FreePorts.isTaken(port)) {
            throw new LocalStackException("The broker cannot listen on port " + port + ": it is taken already");
        }
        try {
            Path configuration = Files.createTempFile("windrose-broker", ".json");
            try {
                Files.write(
                        configuration,
                        CONFIGURATION.formatted(port, USER, PASSWORD, store).getBytes(StandardCharsets.UTF_8));
                SystemLauncher launcher = new SystemLauncher();
                launcher.startup(Map.of(
                        "type",
                        "Memory",
                        "initialConfigurationLocation",
                        configuration.toUri().toString(),
                        "startupLoggedToSystemOut",
                        false));
                running = launcher;
            } finally {
                Files.delete(configuration);
            }
        } catch (IOException e) {
            throw new LocalStackException("The broker could not be started on port " + port, e);
        } catch (Exception e) {
            throw new LocalStackException("The broker could not be started on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Stops it and closes all its connections. */
    @Override
    public void close() {
        SystemLauncher launcher = running;
        running = null;
        if (launcher != null) {
            launcher.shutdown();
        }
    }
}
