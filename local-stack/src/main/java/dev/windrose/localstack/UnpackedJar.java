package dev.windrose.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A service's jar taken apart by Spring Boot's own tool into one of its classes and its libraries beside it: so a JVM starts with two
 * thirds of the work that it has with jars within a jar. Done once for each build of the jar, beside it.
 */
final class UnpackedJar {

    private UnpackedJar() {}

    /** What to run; the jar itself if it is none of Spring Boot's, or nothing may be written beside it. */
    static synchronized Path of(Path jar) {
        Path folder = jar.resolveSibling("unpacked");
        try {
            if (!holdsLibraries(jar) || !Files.isWritable(jar.getParent())) {
                return jar;
            }
            Path target = folder.resolve(Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar));
            if (!Files.isDirectory(target)) {
                removeOlder(Folders.createPrivate(folder));
                Path fresh = Files.createTempDirectory(folder, "unpacking-");
                unpack(jar, fresh);
                Folders.moveUnlessThere(fresh, target);
            }
            return target.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new LocalStackException(jar + " could not be unpacked in " + folder + ": " + e, e);
        }
    }

    private static boolean holdsLibraries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("BOOT-INF/classpath.idx") != null;
        }
    }

    private static void removeOlder(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            folders.forEach(Folders::deleteRecursively);
        }
    }

    private static void unpack(Path jar, Path target) throws IOException {
        Process tool = new ProcessBuilder(List.of(
                        JavaCommand.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        target.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tool.destroyForcibly();
            throw new LocalStackException("Interrupted while " + jar + " was unpacked", e);
        }
    }
}
