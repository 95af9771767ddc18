package dev.windrose.defaults.lifecycle;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The service's ports: the variable that {@code windrose.port-variable} names, else {@code windrose.default-port}; the management port is
 * 1000 above, and any free one where the service's own is (tests).
 */
final class Ports implements EnvironmentPostProcessor {
    private static final int MANAGEMENT_OFFSET = 1000;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String variable = environment.getProperty("windrose.port-variable");
        if (variable == null) {
            return;
        }
        String fallback = environment.getProperty("windrose.default-port", "8080");
        int port = environment.getProperty(variable, Integer.class, Integer.valueOf(fallback));
        int serverPort = environment.getProperty("server.port", Integer.class, port);
        int management = serverPort == 0 ? 0 : serverPort + MANAGEMENT_OFFSET;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "windrosePorts",
                        Map.of(
                                "server.port",
                                serverPort,
                                "management.server.port",
                                environment.getProperty("MANAGEMENT_PORT", Integer.class, management))));
    }
}
