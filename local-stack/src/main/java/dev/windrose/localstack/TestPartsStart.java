package dev.windrose.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the parts that tests run on, and ends them with the JVM. */
final class TestPartsStart {

    private static final String PREFIX = "database-of-";

    private TestPartsStart() {}

    static DatabasePart configuredDatabase(Map<String, String> environment) {
        DatabasePart part = new DatabasePart(
                environment.getOrDefault("MYSQL_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("MYSQL_PORT", "3306")),
                environment.getOrDefault("MYSQL_USER", "windrose"),
                environment.getOrDefault("MYSQL_PASSWORD", "windrose"));
        atExit(part::dropSchemas);
        return part;
    }

    static BrokerPart configuredBroker(Map<String, String> environment) {
        return new BrokerPart(
                environment.getOrDefault("RABBITMQ_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("RABBITMQ_PORT", "5672")),
                environment.getOrDefault("RABBITMQ_USERNAME", "windrose"),
                environment.getOrDefault("RABBITMQ_PASSWORD", "windrose"),
                null);
    }

    /** On fresh data below the temporary folder; those of a JVM that was killed are removed by the next. */
    static DatabasePart embeddedDatabase() {
        try {
            Path temporary = Folders.temporaryOfUser();
            removeLeftovers(temporary);
            Path folder = temporary.resolve(PREFIX + ProcessHandle.current().pid());
            EmbeddedDatabase database = EmbeddedDatabase.startThrowaway(folder, temporary);
            atExit(() -> {
                database.kill();
                Folders.deleteRecursively(folder);
            });
            return new DatabasePart(database.host(), database.port(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
        } catch (IOException e) {
            throw new LocalStackException("The test database could not be started: " + e, e);
        }
    }

    static BrokerPart embeddedBroker() {
        EmbeddedBroker broker = EmbeddedBroker.inMemory(0);
        return new BrokerPart(broker.host(), broker.port(), EmbeddedBroker.USER, EmbeddedBroker.PASSWORD, broker);
    }

    private static void removeLeftovers(Path temporary) throws IOException {
        try (Stream<Path> folders = Files.list(temporary)) {
            List<Path> ours = folders.filter(
                            folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
            for (Path folder : ours) {
                long pid = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    Folders.deleteRecursively(folder);
                }
            }
        }
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "windrose-test-parts"));
    }
}
