package dev.windrose.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The few things done to folders that the JDK has no single call for. */
final class Folders {

    private Folders() {}

    /** Creates a folder that only its owner may enter. */
    static Path createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    /** A folder of this user's own below the system's temporary one, refused if somebody else made it first. */
    static Path temporaryOfUser() throws IOException {
        String user = System.getProperty("user.name");
        Path folder = createPrivate(Path.of(System.getProperty("java.io.tmpdir"), "windrose-" + user));
        String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        if (!owner.equals(user)) {
            throw new LocalStackException("The folder " + folder + " belongs to " + owner + "; remove it, or set"
                    + " -Djava.io.tmpdir to a folder of your own.");
        }
        return folder;
    }

    /** Puts a finished folder in its place at once; if another process was quicker, its one stays and ours goes. */
    static void moveUnlessThere(Path finished, Path target) throws IOException {
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            deleteRecursively(finished);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    static void deleteRecursively(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + folder, e);
        }
    }
}
