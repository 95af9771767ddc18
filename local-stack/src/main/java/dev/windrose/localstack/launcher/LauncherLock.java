package dev.windrose.localstack.launcher;

import dev.windrose.localstack.LocalStackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At most one launcher runs on a data folder; the kernel lets go of the lock however it ends. */
final class LauncherLock {

    /** Kept reachable: a collected channel would close and let go of the lock. */
    private static @Nullable FileChannel held;

    private final Path data;
    private final Path file;
    private final Path pidFile;

    LauncherLock(Path data) {
        this.data = data;
        this.file = data.resolve("launcher.lock");
        this.pidFile = data.resolve("pids").resolve("launcher.pid");
    }

    /** Whether it is ours now, until the JVM ends. */
    boolean acquire() {
        try {
            Files.createDirectories(data.resolve("pids"));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return false;
            }
            held = channel;
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
            return true;
        } catch (IOException e) {
            throw new LocalStackException("The data folder cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    /** The launcher that holds it. */
    Optional<ProcessHandle> holder() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock != null) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(pidFile).trim());
            return ProcessHandle.of(pid);
        } catch (IOException | NumberFormatException e) {
            throw new LocalStackException("A launcher holds " + file + ", but its pid cannot be read: " + e, e);
        }
    }
}
