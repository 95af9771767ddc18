package dev.windrose.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processes of a launcher that was killed: they are on their way out, and the next start waits for them. */
final class Leftovers {

    private static final int LIMIT_SECONDS = 60;

    private final Path pids;

    Leftovers(Path data) {
        this.pids = data.resolve("pids");
    }

    void awaitEnd(Consumer<String> progress) {
        List<ProcessHandle> alive = alive();
        if (alive.isEmpty()) {
            return;
        }
        progress.accept("waiting for " + alive.size() + " processes of the previous run to end");
        for (ProcessHandle process : alive) {
            try {
                process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<ProcessHandle> alive() {
        if (!Files.isDirectory(pids)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pids)) {
            return files.filter(file -> !file.endsWith("launcher.pid"))
                    .flatMap(file -> process(file).stream())
                    .filter(Leftovers::isOneOfOurs)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).trim()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number may have gone to a stranger since. */
    private static boolean isOneOfOurs(ProcessHandle process) {
        String command = process.info().command().orElse("");
        String line = process.info().commandLine().orElse("");
        return command.endsWith("mariadbd") || (command.endsWith("java") && line.contains("/target/"));
    }
}
