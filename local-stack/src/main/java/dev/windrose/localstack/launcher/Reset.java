package dev.windrose.localstack.launcher;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.StackSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes what the stack keeps, after asking; only what it made itself, whatever else lies in the folder. */
final class Reset {

    private static final List<String> OURS = List.of(
            "database", "broker", "keys", "logs", "pids", "runtime", "demo-network.properties", "launcher.lock");

    private final StackSettings settings;
    private final InputStream answers;

    Reset(StackSettings settings, InputStream answers) {
        this.settings = settings;
        this.answers = answers;
    }

    int run(boolean sure) {
        Path data = settings.data();
        Optional<ProcessHandle> running = new LauncherLock(data).holder();
        if (running.isPresent()) {
            System.err.println("Windrose is running (pid " + running.get().pid() + "); stop it first: ./windrose down");
            return 1;
        }
        if (!Files.isDirectory(data)) {
            System.out.println("There is nothing to delete: " + data + " does not exist.");
            return 0;
        }
        if (!sure && !confirmed(data)) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        try {
            for (String name : OURS) {
                delete(data.resolve(name));
            }
            deleteIfEmpty(data);
        } catch (IOException e) {
            throw new LocalStackException("Could not delete everything in " + data + ": " + e, e);
        }
        System.out.println("Deleted. The next ./windrose up begins anew.");
        return 0;
    }

    private boolean confirmed(Path data) {
        System.out.print("Delete database, messages, keys and logs in " + data + "? [y/N] ");
        System.out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.trim().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
