package dev.windrose.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service's JVM is started: by the JDK that runs us, sized for a small machine. */
final class JavaCommand {

    /** Terminal signals are for the launcher, which stops the services in order. */
    private static final String IGNORE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private JavaCommand() {}

    static List<String> running(Path jar, List<String> extraFlags) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", IGNORE_TERMINAL, "service"));
        command.add(java());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        int version = Runtime.version().feature();
        if (version >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 25) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(extraFlags);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
