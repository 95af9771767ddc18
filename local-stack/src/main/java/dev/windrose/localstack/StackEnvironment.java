package dev.windrose.localstack;

import java.util.HashMap;
import java.util.Map;

/** The environment of a stack's services: what the person set, and the local stack's defaults for the rest. */
final class StackEnvironment {

    private final StackSettings settings;

    StackEnvironment(StackSettings settings) {
        this.settings = settings;
    }

    /** Everything a service may read; the secrets are made by the first call. */
    Map<String, String> forServices() {
        Map<String, String> environment = new HashMap<>(settings.environment());
        for (Service service : Service.values()) {
            environment.put(service.portVariable(), String.valueOf(settings.port(service)));
            orElse(environment, service.urlVariable(), "http://127.0.0.1:" + settings.port(service));
        }
        parts(environment);
        StackSecrets.keptBelow(settings.data())
                .environment()
                .forEach((name, value) -> orElse(environment, name, value));
        orElse(environment, "SPRING_PROFILES_ACTIVE", "local");
        orElse(environment, "ADMIN_EMAIL", "admin@example.com");
        orElse(environment, "ADMIN_PASSWORD", "local-admin-password");
        orElse(environment, "SERVER_ADDRESS", "127.0.0.1");
        orElse(environment, "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("WINDROSE_DATA", settings.data().toString());
        return environment;
    }

    private void parts(Map<String, String> environment) {
        if (!settings.isElsewhere("MYSQL_HOST")) {
            environment.put("MYSQL_HOST", "127.0.0.1");
            environment.put("MYSQL_PORT", String.valueOf(settings.databasePort()));
            environment.put("MYSQL_USER", EmbeddedDatabase.USER);
            environment.put("MYSQL_PASSWORD", EmbeddedDatabase.PASSWORD);
        }
        if (!settings.isElsewhere("RABBITMQ_HOST")) {
            environment.put("RABBITMQ_HOST", "127.0.0.1");
            environment.put("RABBITMQ_PORT", String.valueOf(settings.brokerPort()));
            environment.put("RABBITMQ_USERNAME", EmbeddedBroker.USER);
            environment.put("RABBITMQ_PASSWORD", EmbeddedBroker.PASSWORD);
        }
        if (!settings.isElsewhere("SMTP_HOST")) {
            environment.put("SMTP_HOST", "127.0.0.1");
            environment.put("SMTP_PORT", String.valueOf(settings.smtpPort()));
        }
    }

    private static void orElse(Map<String, String> environment, String name, String value) {
        if (environment.getOrDefault(name, "").isEmpty()) {
            environment.put(name, value);
        }
    }
}
