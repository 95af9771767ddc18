package dev.windrose.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Behaves like a service as far as its parent sees: a readiness probe, and an end with the parent. */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv(portVariable(System.getProperty("java.class.path"))));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port + 1000), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("listening, database on " + System.getenv("MYSQL_PORT"));
        if ("true".equals(System.getenv("WINDROSE_EXIT_WITH_PARENT"))) {
            while (System.in.read() >= 0) {
                // until the parent is gone
            }
            Runtime.getRuntime().halt(0);
        }
    }

    /** A checkout of which there is only what a stack runs. */
    public static void install(Path home) throws IOException {
        for (Service service : Service.values()) {
            Path jar = service.jar(home);
            Files.createDirectories(home.resolve(service.module()).resolve("target"));
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                add(out, StandInService.class);
            }
        }
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No class file of " + type);
            }
            in.transferTo(jar);
        }
    }

    private static String portVariable(String jar) {
        String file = new File(jar).getName();
        return file.substring(0, file.indexOf('-')).replace("api", "gateway").toUpperCase(Locale.ROOT) + "_PORT";
    }
}
