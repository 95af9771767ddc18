package dev.windrose.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB server as a child process, on the loopback interface only. It ends with this JVM, however that ends,
 * and its data survive even a kill -9 of the server.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String USER = "windrose";
    public static final String PASSWORD = "windrose";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ServerBinaries binaries;
    private final Path folder;
    private final int port;
    private final boolean throwaway;
    private Process guard;

    private EmbeddedDatabase(ServerBinaries binaries, Path folder, int port, boolean throwaway) throws IOException {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.throwaway = throwaway;
        this.guard = launch();
    }

    /**
     * Starts on the data kept in {@code folder}, or on fresh ones, and returns once it answers.
     *
     * @param binaries where the server itself is unpacked; may be shared by several databases
     * @param port 0 for any free one
     */
    public static EmbeddedDatabase start(Path folder, Path binaries, int port) {
        return start(folder, binaries, port, false);
    }

    /** On any free port, for data that need not survive the server. */
    static EmbeddedDatabase startThrowaway(Path folder, Path binaries) {
        return start(folder, binaries, 0, true);
    }

    private static EmbeddedDatabase start(Path folder, Path binaries, int port, boolean throwaway) {
        try {
            ServerBinaries server = ServerBinaries.unpackedBelow(binaries);
            Path home = Folders.createPrivate(folder.toAbsolutePath());
            DatabaseFolder.prepare(server, home);
            EmbeddedDatabase database =
                    new EmbeddedDatabase(server, home, port == 0 ? FreePorts.next() : port, throwaway);
            database.awaitAnswer();
            return database;
        } catch (IOException e) {
            throw new LocalStackException("The database could not be started in " + folder + ": " + e, e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** The server's own log. */
    public Path log() {
        return folder.resolve("mariadbd.log");
    }

    /** The server's process id, as long as it runs. */
    public Optional<Long> pid() {
        return guard.isAlive()
                ? guard.children()
                        .map(ProcessHandle::pid)
                        .filter(this::isServer)
                        .findFirst()
                : Optional.empty();
    }

    public boolean isRunning() {
        return guard.isAlive();
    }

    /** A connection for this module's own needs; the services bring their pools. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/?connectTimeout=2000&socketTimeout=20000&sslMode=DISABLED",
                USER,
                PASSWORD);
    }

    /** Kill -9 of the server, as a power cut would. */
    public void kill() {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Starts again on the same port and data. */
    public void restart() {
        close();
        try {
            guard = launch();
        } catch (IOException e) {
            throw new LocalStackException("The database could not be restarted in " + folder + ": " + e, e);
        }
        awaitAnswer();
    }

    /** Stops in an orderly way: what is committed is on disk, and the next start needs no recovery. */
    @Override
    public void close() {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        awaitEnd();
    }

    private boolean isServer(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("mariadbd"))
                .orElse(false);
    }

    private Process launch() throws IOException {
        if (FreePorts.isTaken(port)) {
            throw new LocalStackException("The database cannot listen on port " + port + ": it is taken already");
        }
        DatabaseCommand server = new DatabaseCommand(binaries, DatabaseFolder.data(folder));
        List<String> command = throwaway ? server.serveThrowaway(port, log()) : server.serve(port, log());
        return new ProcessBuilder(GuardedCommand.of(command, binaries.libraries()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private void awaitAnswer() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try (Connection connection = connect()) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!guard.isAlive() || Instant.now().isAfter(limit)) {
                    close();
                    throw new LocalStackException(
                            "The database did not start on port " + port + "; its log ends with:\n" + LogTail.of(log()),
                            notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while the database started", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!guard.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
