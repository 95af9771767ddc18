package dev.windrose.localstack;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The broker that tests run on, whichever it is. */
public final class BrokerPart {

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedBroker embedded;

    BrokerPart(String host, int port, String user, String password, @Nullable EmbeddedBroker embedded) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** The embedded broker, if it is that one: only it can be stopped and started by a test. */
    public Optional<EmbeddedBroker> embedded() {
        return Optional.ofNullable(embedded);
    }

    /** {@code RABBITMQ_HOST}, {@code RABBITMQ_PORT}, {@code RABBITMQ_USERNAME}, {@code RABBITMQ_PASSWORD}. */
    public Map<String, String> environment() {
        return Map.of(
                "RABBITMQ_HOST", host,
                "RABBITMQ_PORT", String.valueOf(port),
                "RABBITMQ_USERNAME", user,
                "RABBITMQ_PASSWORD", password);
    }
}
