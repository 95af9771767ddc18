package dev.windrose.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Where everything of a stack is. The names are those of the environment variables in docs/architecture.md, and so are
 * the defaults.
 *
 * @param home the checkout, whose {@code <module>/target/<module>.jar} are run
 * @param data where database, keys, logs and pids are kept ({@code WINDROSE_DATA})
 * @param environment what the person set; it goes on to the services
 */
public record StackSettings(
        Path home,
        Path data,
        Map<Service, Integer> ports,
        int databasePort,
        int brokerPort,
        int smtpPort,
        int mailPagePort,
        Map<String, String> environment) {

    private static final String BINARIES = "WINDROSE_BINARIES";

    /** As {@code ./windrose up} reads them. */
    public static StackSettings from(Path home, Map<String, String> environment) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, port(environment, service.portVariable(), service.usualPort()));
        }
        String data = environment.getOrDefault("WINDROSE_DATA", "");
        return new StackSettings(
                home.toAbsolutePath(),
                data.isEmpty()
                        ? home.toAbsolutePath().resolve(".windrose")
                        : Path.of(data).toAbsolutePath(),
                ports,
                port(environment, "MYSQL_PORT", 13306),
                port(environment, "RABBITMQ_PORT", 13672),
                port(environment, "SMTP_PORT", 13025),
                port(environment, "MAIL_PAGE_PORT", 8025),
                Map.copyOf(environment));
    }

    /** All on free ports, with data of its own: for end-to-end tests, beside a stack that a person runs. */
    public static StackSettings onFreePorts(Path home, Path data, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        for (Service service : Service.values()) {
            all.put(service.portVariable(), String.valueOf(FreePorts.nextWithManagementPort()));
        }
        all.computeIfAbsent("MYSQL_PORT", name -> String.valueOf(FreePorts.next()));
        all.computeIfAbsent("RABBITMQ_PORT", name -> String.valueOf(FreePorts.next()));
        all.computeIfAbsent("SMTP_PORT", name -> String.valueOf(FreePorts.next()));
        all.put("MAIL_PAGE_PORT", String.valueOf(FreePorts.next()));
        all.put("WINDROSE_DATA", data.toString());
        all.put(BINARIES, sharedBinaries().toString());
        return from(home, all);
    }

    /** The checkout above the working directory, or the one that {@code -Dwindrose.home} names. */
    public static Path findHome() {
        String named = System.getProperty("windrose.home");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path working = Path.of("").toAbsolutePath();
        for (Path folder = working; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local-stack")) && Files.isDirectory(folder.resolve("api-gateway"))) {
                return folder;
            }
        }
        throw new LocalStackException("No Windrose checkout at or above " + working + "; set -Dwindrose.home");
    }

    /** Where the database server is unpacked; tests share one place, since it takes seconds. */
    Path binaries() {
        String place = environment.getOrDefault(BINARIES, "");
        return place.isEmpty() ? data.resolve("runtime") : Path.of(place);
    }

    private static Path sharedBinaries() {
        try {
            return Folders.temporaryOfUser();
        } catch (IOException e) {
            throw new LocalStackException("No temporary folder: " + e, e);
        }
    }

    public int port(Service service) {
        return ports.getOrDefault(service, service.usualPort());
    }

    /** Whether a part is configured to be elsewhere; a port alone only moves the stack's own. */
    public boolean isElsewhere(String hostVariable) {
        return !environment.getOrDefault(hostVariable, "").isEmpty();
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(name, "");
        try {
            int port = value.isEmpty() ? usual : Integer.parseInt(value.trim());
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LocalStackException(name + " must be a port number, not '" + value + "'", e);
        }
        throw new LocalStackException(name + " must be between 1 and 65535, not " + value);
    }
}
