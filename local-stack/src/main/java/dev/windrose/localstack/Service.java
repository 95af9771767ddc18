package dev.windrose.localstack;

import java.nio.file.Path;

/** The services of the stack, with the names of their settings and their usual ports. */
public enum Service {
    GATEWAY("api-gateway", "GATEWAY_PORT", 8080, "GATEWAY_URL"),
    FLIGHT("flight-service", "FLIGHT_PORT", 8081, "FLIGHT_SERVICE_URL"),
    BOOKING("booking-service", "BOOKING_PORT", 8082, "BOOKING_SERVICE_URL"),
    NOTIFICATION("notification-service", "NOTIFICATION_PORT", 8083, "NOTIFICATION_SERVICE_URL");

    /** The management port of a service is its own port plus this. */
    public static final int MANAGEMENT_OFFSET = 1000;

    private final String module;
    private final String portVariable;
    private final int usualPort;
    private final String urlVariable;

    Service(String module, String portVariable, int usualPort, String urlVariable) {
        this.module = module;
        this.portVariable = portVariable;
        this.usualPort = usualPort;
        this.urlVariable = urlVariable;
    }

    /** The folder, artifact and process name: {@code flight-service}. */
    public String module() {
        return module;
    }

    public String portVariable() {
        return portVariable;
    }

    public int usualPort() {
        return usualPort;
    }

    public String urlVariable() {
        return urlVariable;
    }

    /** The service's jar in a checkout. */
    Path jar(Path home) {
        return home.resolve(module).resolve("target").resolve(module + ".jar");
    }
}
